import { NumberInput, Select, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { may, type Permissions } from '@/shared/lib/permissions';
import { useListState } from '@/shared/lib/use-list-state';
import { formatDate } from '@/shared/lib/vi';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import './i18n';
import { DEFAULT_SEASON_SORT, seasonListQuery, type SeasonRow } from './queries';
import type { SeasonSearch } from './search';
import { SEASON_STATUSES, type SeasonStatus } from './status';
import { SeasonStatusBadge } from './status-label';
import { useCountsInWords } from './words';

function useColumns(): Column<SeasonRow>[] {
  const { t } = useTranslation('awards');
  const inWords = useCountsInWords();
  return useMemo(
    () => [
      { key: 'year', header: t('seasons.year'), sortable: true, width: 80, cell: (row) => row.year },
      {
        key: 'title',
        header: t('seasons.name'),
        fixed: true,
        grow: true,
        cell: (row) => (
          <LinkAnchor
            to="/awards/$seasonId"
            params={{ seasonId: row.id }}
            size="sm"
            title={row.title}
            truncate="end"
            display="block"
          >
            {row.title}
          </LinkAnchor>
        ),
      },
      {
        key: 'status',
        header: t('seasons.status'),
        cell: (row) => <SeasonStatusBadge status={row.status} />,
      },
      {
        key: 'nextDeadline',
        header: t('seasons.nextDeadline'),
        cell: ({ nextDeadline }) =>
          nextDeadline == null
            ? '—'
            : `${t(`deadlines.${nextDeadline.kind}`)}: ${formatDate(nextDeadline.date)}`,
      },
      {
        key: 'counts',
        header: t('seasons.counts'),
        cell: (row) => (
          <Text size="sm" title={row.closingExplanation ?? undefined}>
            {inWords(row)}
          </Text>
        ),
      },
    ],
    [t, inWords],
  );
}

/** The rounds of the award, the latest first. */
export function SeasonList({ search, permissions }: { search: SeasonSearch; permissions: Permissions }) {
  const { t } = useTranslation('awards');
  const { t: tc } = useTranslation();
  const navigate = useNavigate();
  const list = useListState(search, DEFAULT_SEASON_SORT);
  const query = useQuery(seasonListQuery(search, list.limit));
  const columns = useColumns();
  const plan = may(permissions, 'awards.manage') && (
    <LinkButton to="/awards/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('seasons.plan')}
    </LinkButton>
  );
  const printed = [search.year, search.status && t(`seasonStatuses.${search.status}`)]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <PageHeader
        title={t('title')}
        sub={query.data?.count == null ? '' : t('seasons.count', { count: query.data.count })}
        actions={
          <>
            <LinkButton to="/awards/winners" variant="default">
              {t('wins.link')}
            </LinkButton>
            {plan}
          </>
        }
      />
      <FilterBar isFiltered={list.isFiltered} onClear={list.clear} printed={printed}>
        <Select
          label={t('seasons.status')}
          placeholder={t('any')}
          data={SEASON_STATUSES.map((value) => ({ value, label: t(`seasonStatuses.${value}`) }))}
          value={search.status ?? null}
          onChange={(value) => list.set({ status: (value as SeasonStatus | null) ?? undefined })}
          clearable
          clearButtonProps={{ 'aria-label': tc('form.clear', { name: t('seasons.status') }) }}
          w={{ base: '100%', sm: 220 }}
        />
        <NumberInput
          label={t('seasons.year')}
          placeholder={t('any')}
          value={search.year ?? ''}
          onChange={(value) => {
            const year = Number(value);
            list.set({ year: year >= 1996 && year <= 2200 ? year : undefined });
          }}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          maxLength={4}
          w={{ base: '100%', sm: 100 }}
        />
      </FilterBar>
      <DataTable
        name="award-seasons"
        caption={t('title')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.title}
        onOpen={(row) => void navigate({ to: '/awards/$seasonId', params: { seasonId: row.id } })}
        empty={<EmptyState title={t('seasons.empty')} hint={t('seasons.emptyHint')} action={plan} />}
      />
    </>
  );
}
