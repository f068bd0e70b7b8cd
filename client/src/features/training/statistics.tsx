import { NumberInput, Select, SimpleGrid, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDistricts } from '@/shared/lib/reference-data';
import { inLanguage } from '@/shared/lib/labels';
import { useListState } from '@/shared/lib/use-list-state';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { DownloadButton } from '@/shared/ui/download-button';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { StackedTable } from '@/shared/ui/stacked-table';
import { Stat } from '@/shared/ui/stat';
import { VnDateInput } from '@/shared/ui/vn-date-input';
import { formatDays } from './course-list';
import './i18n';
import {
  downloadStatistics,
  evidenceQuery,
  statisticsQuery,
  type EvidenceRow,
  type Statistics,
  type StatisticsRow,
} from './statistics-queries';
import { BREAKDOWNS, type Breakdown, type StatisticsSearch } from './search';
import classes from './statistics.module.css';
import { PARTICIPANT_KINDS } from './status';

type T = ReturnType<typeof useTranslation<'training'>>['t'];

/** How many took part in what has been held; every figure opens to the people behind it. */
export function TrainingStatistics({ search }: { search: StatisticsSearch }) {
  const { t } = useTranslation('training');
  const list = useListState(search);
  const query = useQuery(statisticsQuery(search));
  // Another breakdown has other rows.
  const set = (patch: Partial<StatisticsSearch>) => list.set({ key: undefined, ...patch });
  const printed = [
    search.year,
    search.from && t('stats.fromDate', { date: formatDate(search.from) }),
    search.to && t('stats.toDate', { date: formatDate(search.to) }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <PageHeader
        title={t('stats.title')}
        sub={t('stats.sub')}
        above={
          <LinkAnchor to="/courses" size="sm">
            {t('title')}
          </LinkAnchor>
        }
        actions={
          <DownloadButton
            label={t('excel.export')}
            download={(language) => downloadStatistics(search, language)}
          />
        }
      />
      <FilterBar isFiltered={list.isFiltered} onClear={list.clear} printed={printed}>
        <Select
          label={t('stats.by')}
          data={BREAKDOWNS.map((value) => ({ value, label: t(`stats.breakdowns.${value}`) }))}
          value={search.by ?? 'kind'}
          onChange={(value) => set({ by: (value as Breakdown | null) ?? undefined })}
          allowDeselect={false}
          w={{ base: '100%', sm: 180 }}
        />
        <NumberInput
          label={t('list.year')}
          placeholder={t('list.any')}
          value={search.year ?? ''}
          onChange={(value) => {
            const year = Number(value);
            set({ year: year >= 2000 && year <= 2199 ? year : undefined });
          }}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          maxLength={4}
          w={{ base: '100%', sm: 100 }}
        />
        <VnDateInput
          label={t('stats.from')}
          value={search.from ?? null}
          onChange={(from) => set({ from: from ?? undefined })}
          w={{ base: '100%', sm: 150 }}
        />
        <VnDateInput
          label={t('stats.to')}
          value={search.to ?? null}
          onChange={(to) => set({ to: to ?? undefined })}
          w={{ base: '100%', sm: 150 }}
        />
      </FilterBar>
      {query.isPending && <Skeleton height={240} aria-label={t('open.loading')} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Outcome statistics={query.data} search={search} />}
      {search.key !== undefined && query.data && <Evidence search={search} statistics={query.data} />}
    </>
  );
}

function Outcome({ statistics, search }: { statistics: Statistics; search: StatisticsSearch }) {
  const { t } = useTranslation('training');
  const { total } = statistics;
  return (
    <>
      {statistics.illustrativeCourses > 0 && (
        <Banner tone="warning" title={t('illustrative.title')}>
          {t('illustrative.statistics', { count: statistics.illustrativeCourses })}
        </Banner>
      )}
      <SimpleGrid cols={{ base: 2, sm: 4 }} my="md">
        <Stat label={t('stats.courses')} value={formatInt(total.courses)} note={kinds(statistics, t)} />
        <Stat label={t('stats.turns')} value={formatInt(total.turns)} note={t('stats.turnsNote')} />
        <Stat label={t('stats.persons')} value={formatInt(total.persons)} note={t('stats.personsNote')} />
        <Stat
          label={t('stats.attended')}
          value={formatInt(total.attended)}
          note={t('stats.recordedNote', { count: total.recordedWithoutAttendance })}
        />
      </SimpleGrid>
      <Section title={t(`stats.breakdowns.${statistics.by}`)} sub={t('stats.tableHint')}>
        {statistics.rows.length === 0 ? (
          <EmptyState title={t('stats.empty')} hint={t('stats.emptyHint')} />
        ) : (
          <Breakdowns statistics={statistics} search={search} />
        )}
      </Section>
    </>
  );
}

function kinds(statistics: Statistics, t: T): string {
  return statistics.byEventKind
    .map(({ kind, figures }) =>
      kind === 'externalTraining'
        ? t('stats.external', { turns: figures.turns, times: figures.courses })
        : `${t(`kinds.${kind}`)}: ${formatInt(figures.courses)}`,
    )
    .join('; ');
}

function isParticipantKind(key: string): key is (typeof PARTICIPANT_KINDS)[number] {
  return (PARTICIPANT_KINDS as readonly string[]).includes(key);
}

function rowName(row: StatisticsRow, t: T): string {
  if (row.nameVi != null) return inLanguage(row.nameVi, row.nameEn);
  return isParticipantKind(row.key) ? t(`participantKinds.${row.key}`) : t('stats.none');
}

function Breakdowns({ statistics, search }: { statistics: Statistics; search: StatisticsSearch }) {
  const { t } = useTranslation('training');
  const most = Math.max(...statistics.rows.map((row) => row.figures.turns));
  return (
    <StackedTable
      rows={statistics.rows}
      rowId={(row) => row.key}
      columns={[
        {
          header: t(`stats.breakdowns.${statistics.by}`),
          cell: (row) => (
            <LinkAnchor
              to="/courses/statistics"
              search={{ ...search, key: row.key, cursor: undefined }}
              size="sm"
              resetScroll={false}
            >
              {rowName(row, t)}
            </LinkAnchor>
          ),
        },
        {
          header: t('stats.share'),
          // The figures beside it say the same to whoever does not see the bar.
          cell: (row) => (
            <div className={classes.track} aria-hidden>
              <div className={classes.bar} style={{ width: `${(row.figures.turns / most) * 100}%` }} />
            </div>
          ),
        },
        { header: t('stats.turns'), cell: (row) => formatInt(row.figures.turns) },
        { header: t('stats.persons'), cell: (row) => formatInt(row.figures.persons) },
        { header: t('stats.attended'), cell: (row) => formatInt(row.figures.attended) },
        { header: t('stats.recorded'), cell: (row) => formatInt(row.figures.recordedWithoutAttendance) },
        { header: t('stats.courses'), cell: (row) => formatInt(row.figures.courses) },
      ]}
    />
  );
}

function Evidence({ search, statistics }: { search: StatisticsSearch; statistics: Statistics }) {
  const { t } = useTranslation('training');
  const list = useListState(search);
  const districts = useDistricts();
  const query = useQuery(evidenceQuery(search, list.limit));
  const row = statistics.rows.find(({ key }) => key === search.key);
  const title = t('stats.evidenceOf', { name: row ? rowName(row, t) : (search.key ?? '') });
  const columns: Column<EvidenceRow>[] = [
    {
      key: 'fullName',
      header: t('registrations.name'),
      fixed: true,
      grow: true,
      cell: (item) => item.fullName,
    },
    {
      key: 'organization',
      header: t('registrations.organization'),
      grow: true,
      cell: (item) => item.organizationName ?? '—',
    },
    {
      key: 'kind',
      header: t('registrations.participantKind'),
      cell: (item) => t(`participantKinds.${item.participantKind}`),
    },
    {
      key: 'district',
      header: t('form.district'),
      hidden: true,
      cell: (item) => (item.districtCode ? districts.nameOf(item.districtCode) : '—'),
    },
    {
      key: 'course',
      header: t('own.course'),
      cell: (item) => (
        <LinkAnchor to="/courses/$courseId" params={{ courseId: item.courseId }} size="sm">
          {item.courseCode}
        </LinkAnchor>
      ),
    },
    { key: 'days', header: t('list.startsOn'), cell: (item) => formatDays(item.startsOn, item.endsOn) },
    { key: 'evidence', header: t('stats.evidence'), cell: (item) => t(`stats.evidences.${item.evidence}`) },
  ];
  return (
    <Section
      title={title}
      sub={query.data?.count == null ? '' : t('stats.turnsCount', { count: query.data.count })}
    >
      <DataTable
        name="training-evidence"
        caption={t('stats.evidenceTable')}
        columns={columns}
        query={query}
        list={list}
        rowId={(item) => item.registrationId}
        rowName={(item) => item.fullName}
        empty={<EmptyState title={t('stats.empty')} />}
      />
    </Section>
  );
}
