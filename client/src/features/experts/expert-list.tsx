import { NumberInput, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { may, type Permissions } from '@/shared/lib/permissions';
import { useListState } from '@/shared/lib/use-list-state';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { SearchInput } from '@/shared/ui/search-input';
import './i18n';
import { DEFAULT_SORT, expertListQuery, type Expert, type ExpertRow } from './queries';
import { EXPERT_STATUSES, SOURCE_GROUPS, type ExpertSearch } from './search';
import { ExpertStatusBadge } from './status-label';

function useColumns(): Column<ExpertRow>[] {
  const { t } = useTranslation('experts');
  return useMemo(
    () => [
      {
        key: 'fullName',
        header: t('list.name'),
        sortable: true,
        fixed: true,
        cell: (row) => (
          <LinkAnchor to="/experts/$expertId" params={{ expertId: row.id }} size="sm">
            {row.fullName}
          </LinkAnchor>
        ),
      },
      { key: 'agency', header: t('list.agency'), grow: true, cell: (row) => row.agencyName },
      { key: 'sourceGroup', header: t('list.group'), cell: (row) => t(`groups.${row.sourceGroup}`) },
      {
        key: 'qualifications',
        header: t('list.trainings'),
        align: 'end',
        cell: (row) => formatInt(row.qualifications),
      },
      {
        key: 'lastTrainedOn',
        header: t('list.lastTrained'),
        cell: (row) => (row.lastTrainedOn ? formatDate(row.lastTrainedOn) : '—'),
      },
      {
        key: 'openAssignments',
        header: t('list.open'),
        align: 'end',
        cell: (row) => formatInt(row.openAssignments),
      },
      { key: 'status', header: t('list.status'), cell: (row) => <ExpertStatusBadge status={row.status} /> },
    ],
    [t],
  );
}

/** The province's pool of experts; an expert sees his own entry. */
export function ExpertList({ search, permissions }: { search: ExpertSearch; permissions: Permissions }) {
  const { t } = useTranslation('experts');
  const { t: tc } = useTranslation();
  const navigate = useNavigate();
  const list = useListState(search, DEFAULT_SORT);
  const query = useQuery(expertListQuery(search, list.limit));
  const columns = useColumns();
  const register = may(permissions, 'experts.manage') && (
    <LinkButton to="/experts/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('register')}
    </LinkButton>
  );
  const clearName = (name: string) => ({ 'aria-label': tc('form.clear', { name }) });
  const printed = [
    search.q && `“${search.q}”`,
    search.sourceGroup && t(`groups.${search.sourceGroup}`),
    search.status && t(`statuses.${search.status}`),
    search.trainedIn,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <PageHeader
        title={t('title')}
        sub={query.data?.count == null ? '' : t('count', { count: query.data.count })}
        actions={
          <>
            <LinkButton to="/experts/statistics" variant="default">
              {t('statistics.link')}
            </LinkButton>
            {register}
          </>
        }
      />
      <FilterBar isFiltered={list.isFiltered} onClear={list.clear} printed={printed}>
        <SearchInput
          label={t('list.search')}
          placeholder={t('list.searchHint')}
          value={search.q ?? ''}
          onCommit={(q) => list.set({ q: q === '' ? undefined : q })}
          w={{ base: '100%', sm: 240 }}
        />
        <Select
          label={t('list.group')}
          placeholder={t('list.any')}
          data={SOURCE_GROUPS.map((value) => ({ value, label: t(`groups.${value}`) }))}
          value={search.sourceGroup ?? null}
          onChange={(value) =>
            list.set({ sourceGroup: (value as Expert['sourceGroup'] | null) ?? undefined })
          }
          clearable
          clearButtonProps={clearName(t('list.group'))}
          w={{ base: '100%', sm: 200 }}
        />
        <Select
          label={t('list.status')}
          placeholder={t('list.any')}
          data={EXPERT_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          value={search.status ?? null}
          onChange={(value) => list.set({ status: (value as Expert['status'] | null) ?? undefined })}
          clearable
          clearButtonProps={clearName(t('list.status'))}
          w={{ base: '100%', sm: 180 }}
        />
        <NumberInput
          label={t('list.trainedIn')}
          placeholder={t('list.any')}
          value={search.trainedIn ?? ''}
          onChange={(value) => {
            const year = Number(value);
            list.set({ trainedIn: year >= 2000 && year <= 2199 ? year : undefined });
          }}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          maxLength={4}
          w={{ base: '100%', sm: 140 }}
        />
      </FilterBar>
      <DataTable
        name="experts"
        caption={t('title')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.fullName}
        onOpen={(row) => void navigate({ to: '/experts/$expertId', params: { expertId: row.id } })}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} action={register} />}
      />
    </>
  );
}
