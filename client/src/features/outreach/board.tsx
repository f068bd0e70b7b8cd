import { Box, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '@/shared/lib/labels';
import { useDistricts, useReferenceList } from '@/shared/lib/reference-data';
import { useListState } from '@/shared/lib/use-list-state';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LinkAnchor } from '@/shared/ui/links';
import { SearchInput } from '@/shared/ui/search-input';
import { Section } from '@/shared/ui/section';
import { Stat } from '@/shared/ui/stat';
import { StatusBadge } from '@/shared/ui/status-badge';
import './i18n';
import classes from './outreach.module.css';
import {
  PROSPECT_SORT,
  prospectListQuery,
  statisticsQuery,
  type OutreachScope,
  type ProspectRow,
  type Statistics,
} from './queries';
import { FIGURES, STAGES, type ProspectSearch } from './search';
import { StageBadge } from './status-label';

/** The district tier ended by law; before, a province without districts is a question of the day. */
const LAST_DAY_OF_DISTRICTS = '2025-06-30';

const ROWS = 'rows';

type BoardProps = { scope: OutreachScope; search: ProspectSearch; add?: ReactNode; about?: ReactNode };

/** What came of a campaign or a year: figures, districts and reasons, each opening to its enterprises below. */
export function Board({ scope, search, add, about }: BoardProps) {
  const statistics = useQuery(statisticsQuery(scope));
  const { data, error } = statistics;
  return (
    <Stack gap={0}>
      {error ? (
        <ErrorState error={error} onRetry={() => void statistics.refetch()} />
      ) : (
        data && (
          <>
            <Figures statistics={data} />
            {about}
            <Coverage statistics={data} />
            <Reasons statistics={data} />
          </>
        )
      )}
      <Prospects scope={scope} search={search} asOf={data?.asOf} add={add} />
    </Stack>
  );
}

function Figures({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslation('outreach');
  return (
    <Section
      title={t('figures.title')}
      sub={`${t('figures.prospects', { count: statistics.prospects })} · ${t('figures.apart', { date: formatDate(statistics.asOf) })}`}
    >
      {statistics.illustrative > 0 && (
        <Box mb="sm">
          <Banner tone="info" title={t('illustrative')} />
        </Box>
      )}
      <div className={classes.figures}>
        {FIGURES.map((figure) => (
          <Stat
            key={figure}
            label={t(`figures.${figure}`)}
            value={formatInt(statistics[figure].enterprises)}
            note={
              <>
                <div>{t('figures.acts', { count: statistics[figure].acts })}</div>
                {statistics[figure].enterprises > 0 && (
                  <Narrow to={{ figure }} name={t(`figures.${figure}`)}>
                    {t('figures.show')}
                  </Narrow>
                )}
              </>
            }
          />
        ))}
      </div>
    </Section>
  );
}

/** A link to the same page with its list narrowed. */
function Narrow({
  to,
  name,
  children,
}: {
  to: Partial<Pick<ProspectSearch, 'figure' | 'reason' | 'districtCode'>>;
  name: string;
  children: string;
}) {
  return (
    <LinkAnchor
      to="."
      search={(before: ProspectSearch) => ({
        ...before,
        cursor: undefined,
        stage: undefined,
        reason: undefined,
        districtCode: undefined,
        ...to,
      })}
      hash={ROWS}
      size="sm"
      className="no-print"
      aria-label={`${children}: ${name}`}
    >
      {children}
    </LinkAnchor>
  );
}

function Coverage({ statistics: { coverage, districts } }: { statistics: Statistics }) {
  const { t } = useTranslation('outreach');
  const date = formatDate(coverage.asOf);
  return (
    <Section
      title={t('coverage.title')}
      sub={
        coverage.total > 0
          ? t('coverage.value', { covered: coverage.covered, total: coverage.total })
          : t(coverage.asOf > LAST_DAY_OF_DISTRICTS ? 'coverage.none' : 'coverage.noneThen', { date })
      }
    >
      {districts.length > 0 && (
        <ul className={classes.districts}>
          {districts.map((district) => {
            const name = inLanguage(district.nameVi, district.nameEn);
            const covered = district.surveyed > 0;
            return (
              <li key={district.code}>
                <Text size="sm" fw={600}>
                  {name}
                </Text>
                <Group gap={6}>
                  <StatusBadge tone={covered ? 'approved' : 'neutral'}>
                    {t(covered ? 'coverage.covered' : 'coverage.uncovered')}
                  </StatusBadge>
                  {covered && (
                    <Narrow to={{ figure: 'surveyed', districtCode: district.code }} name={name}>
                      {t('coverage.enterprises', { count: district.surveyed })}
                    </Narrow>
                  )}
                </Group>
              </li>
            );
          })}
        </ul>
      )}
      {coverage.unplacedEnterprises > 0 && (
        <Text size="sm" mt="xs">
          {t('coverage.unplaced', { count: coverage.unplacedEnterprises })}
        </Text>
      )}
    </Section>
  );
}

function Reasons({ statistics: { reasons } }: { statistics: Statistics }) {
  const { t } = useTranslation('outreach');
  return (
    <Section title={t('reasons.title')} sub={reasons.length > 0 ? t('reasons.hint') : undefined}>
      {reasons.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('reasons.none')}
        </Text>
      ) : (
        <ul className={classes.districts}>
          {reasons.map(({ code, nameVi, nameEn, enterprises }) => (
            <li key={code}>
              <Text size="sm" fw={600}>
                {inLanguage(nameVi, nameEn)}
              </Text>
              <Narrow to={{ figure: 'declined', reason: code }} name={inLanguage(nameVi, nameEn)}>
                {t('reasons.enterprises', { count: enterprises })}
              </Narrow>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type NamedCodes = readonly { nameVi: string; nameEn: string }[];

const named = (codes: NamedCodes) => codes.map(({ nameVi, nameEn }) => inLanguage(nameVi, nameEn)).join(', ');

/** Why an enterprise does not take part, what it holds, and when it is asked again. */
export function RowNotes({ row }: { row: Pick<ProspectRow, 'reasons' | 'heldSystems' | 'followUpOn'> }) {
  const { t } = useTranslation('outreach');
  const lines = [
    named(row.reasons),
    row.heldSystems.length > 0 && t('rows.held', { systems: named(row.heldSystems) }),
    row.followUpOn && t('rows.followUpOn', { date: formatDate(row.followUpOn) }),
  ].filter(Boolean);
  return lines.length === 0 ? '—' : lines.join(' · ');
}

function useColumns(ofOneCampaign: boolean): Column<ProspectRow>[] {
  const { t } = useTranslation('outreach');
  const districts = useDistricts();
  const { nameOf } = districts;
  return useMemo(
    () => [
      {
        key: 'enterprise',
        header: t('rows.enterprise'),
        fixed: true,
        wrap: true,
        cell: (row) => (
          <LinkAnchor to="/outreach/prospects/$prospectId" params={{ prospectId: row.id }} size="sm">
            {row.enterpriseName}
          </LinkAnchor>
        ),
      },
      { key: 'district', header: t('rows.district'), cell: (row) => nameOf(row.districtCode) },
      { key: 'stage', header: t('rows.stage'), cell: (row) => <StageBadge stage={row.stage} /> },
      {
        key: 'last',
        header: t('rows.last'),
        cell: (row) => (row.lastActOn ? formatDate(row.lastActOn) : '—'),
      },
      { key: 'acts', header: t('rows.acts'), align: 'end', cell: (row) => formatInt(row.actCount) },
      { key: 'notes', header: t('rows.reasons'), wrap: true, cell: (row) => <RowNotes row={row} /> },
      ...(ofOneCampaign
        ? []
        : [
            {
              key: 'campaign',
              header: t('rows.campaign'),
              wrap: true,
              cell: (row: ProspectRow) => row.campaignTitle,
            },
          ]),
    ],
    [t, nameOf, ofOneCampaign],
  );
}

function Prospects({
  scope,
  search,
  asOf,
  add,
}: {
  scope: OutreachScope;
  search: ProspectSearch;
  asOf: string | undefined;
  add: ReactNode;
}) {
  const { t } = useTranslation('outreach');
  const { t: tc } = useTranslation();
  const navigate = useNavigate();
  const list = useListState(search, PROSPECT_SORT);
  // A year alone has no rows of its own: they are those behind its figures.
  const narrowed =
    scope.year !== undefined && !search.figure ? { ...search, figure: 'surveyed' as const } : search;
  const query = useQuery(prospectListQuery(scope, narrowed, list.limit, asOf));
  const columns = useColumns(scope.campaignId !== undefined);
  const districts = useDistricts();
  const reasons = useReferenceList('nonParticipationReasons');
  const clearName = (name: string) => ({ 'aria-label': tc('form.clear', { name }) });
  const printed = [
    search.q && `“${search.q}”`,
    narrowed.figure && t(`figures.${narrowed.figure}`),
    search.stage && t(`stages.${search.stage}`),
    search.districtCode && districts.nameOf(search.districtCode),
    search.reason && reasons.nameOf(search.reason),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <Section
      id={ROWS}
      title={t('rows.title')}
      sub={query.data?.count == null ? undefined : t('rows.count', { count: query.data.count })}
      actions={add}
    >
      <FilterBar isFiltered={list.isFiltered} onClear={list.clear} printed={printed}>
        <SearchInput
          label={t('rows.search')}
          placeholder={t('rows.searchHint')}
          value={search.q ?? ''}
          onCommit={(q) => list.set({ q: q === '' ? undefined : q })}
          w={{ base: '100%', sm: 220 }}
        />
        <Select
          label={t('rows.figure')}
          placeholder={t('list.any')}
          data={FIGURES.map((value) => ({ value, label: t(`figures.${value}`) }))}
          value={narrowed.figure ?? null}
          onChange={(value) => list.set({ figure: FIGURES.find((figure) => figure === value) ?? undefined })}
          clearable={scope.year === undefined}
          clearButtonProps={clearName(t('rows.figure'))}
          w={{ base: '100%', sm: 190 }}
        />
        <Select
          label={t('rows.stage')}
          placeholder={t('list.any')}
          data={STAGES.map((value) => ({ value, label: t(`stages.${value}`) }))}
          value={search.stage ?? null}
          onChange={(value) => list.set({ stage: STAGES.find((stage) => stage === value) ?? undefined })}
          clearable
          clearButtonProps={clearName(t('rows.stage'))}
          w={{ base: '100%', sm: 190 }}
        />
        <Select
          label={t('rows.district')}
          placeholder={t('list.any')}
          data={districts.options}
          value={search.districtCode ?? null}
          onChange={(value) => list.set({ districtCode: value ?? undefined })}
          searchable
          clearable
          clearButtonProps={clearName(t('rows.district'))}
          w={{ base: '100%', sm: 190 }}
        />
        <Select
          label={t('rows.reason')}
          placeholder={t('list.any')}
          data={reasons.options}
          value={search.reason ?? null}
          onChange={(value) => list.set({ reason: value ?? undefined })}
          clearable
          clearButtonProps={clearName(t('rows.reason'))}
          w={{ base: '100%', sm: 190 }}
        />
      </FilterBar>
      <DataTable
        name="outreach-prospects"
        caption={t('rows.caption')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.enterpriseName}
        onOpen={(row) =>
          void navigate({ to: '/outreach/prospects/$prospectId', params: { prospectId: row.id } })
        }
        empty={<EmptyState title={t('rows.empty')} hint={t('rows.emptyHint')} action={add} />}
      />
    </Section>
  );
}
