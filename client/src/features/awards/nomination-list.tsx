import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useListState } from '@/shared/lib/use-list-state';
import { formatDate } from '@/shared/lib/vi';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LinkAnchor } from '@/shared/ui/links';
import { SearchInput } from '@/shared/ui/search-input';
import { Section } from '@/shared/ui/section';
import './i18n';
import { nominationListQuery, type NominationRow } from './queries';
import type { NominationSearch } from './search';
import { NOMINATION_STATUSES, TYPES, type NominationStatus } from './status';
import { NominationStatusBadge } from './status-label';

function useColumns(): Column<NominationRow>[] {
  const { t } = useTranslation('awards');
  return useMemo(
    () => [
      {
        key: 'code',
        header: t('nominations.code'),
        fixed: true,
        sortable: true,
        cell: (row) => (
          <LinkAnchor
            to="/awards/$seasonId/nominations/$nominationId"
            params={{ seasonId: row.seasonId, nominationId: row.id }}
            size="sm"
          >
            {row.code}
          </LinkAnchor>
        ),
      },
      {
        key: 'enterpriseName',
        header: t('nominations.enterprise'),
        sortable: true,
        grow: true,
        cell: (row) => (
          <Text size="sm" truncate title={row.enterpriseName}>
            {row.enterpriseName}
          </Text>
        ),
      },
      {
        key: 'type',
        header: t('nominations.type'),
        cell: (row) => (row.type == null ? '—' : t(`types.${row.type}`)),
      },
      {
        key: 'status',
        header: t('nominations.status'),
        cell: (row) => <NominationStatusBadge status={row.status} />,
      },
      {
        key: 'nominatedBy',
        header: t('nominations.nominatedBy'),
        hidden: true,
        cell: (row) => t(`parties.${row.nominatedBy}`),
      },
      {
        key: 'registeredOn',
        header: t('nominations.registeredOn'),
        sortable: true,
        cell: (row) => formatDate(row.registeredOn),
      },
      {
        key: 'checkDueOn',
        header: t('nominations.checkDueOn'),
        cell: (row) => (row.status === 'dossierSubmitted' ? formatDate(row.checkDueOn) : '—'),
      },
    ],
    [t],
  );
}

/** Who takes part; an enterprise's own people see their own. */
export function NominationList({ seasonId, search }: { seasonId: string; search: NominationSearch }) {
  const { t } = useTranslation('awards');
  const { t: tc } = useTranslation();
  const navigate = useNavigate();
  const list = useListState(search);
  const query = useQuery(nominationListQuery(seasonId, search, list.limit));
  const columns = useColumns();
  const clearName = (name: string) => ({ 'aria-label': tc('form.clear', { name }) });
  return (
    <Section
      title={t('nominations.title')}
      sub={query.data?.count == null ? '' : t('nominations.count', { count: query.data.count })}
    >
      <FilterBar
        isFiltered={list.isFiltered}
        onClear={list.clear}
        printed={[
          search.q,
          search.status && t(`statuses.${search.status}`),
          search.type && t(`types.${search.type}`),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        <SearchInput
          label={t('search')}
          placeholder={t('nominations.searchHint')}
          value={search.q ?? ''}
          onCommit={(q) => list.set({ q: q === '' ? undefined : q })}
          w={{ base: '100%', sm: 220 }}
        />
        <Select
          label={t('nominations.status')}
          placeholder={t('any')}
          data={NOMINATION_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          value={search.status ?? null}
          onChange={(value) => list.set({ status: (value as NominationStatus | null) ?? undefined })}
          clearable
          clearButtonProps={clearName(t('nominations.status'))}
          w={{ base: '100%', sm: 220 }}
        />
        <Select
          label={t('nominations.type')}
          placeholder={t('any')}
          data={TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
          value={search.type ?? null}
          onChange={(value) => list.set({ type: (value as (typeof TYPES)[number] | null) ?? undefined })}
          clearable
          clearButtonProps={clearName(t('nominations.type'))}
          w={{ base: '100%', sm: 220 }}
        />
      </FilterBar>
      <DataTable
        name="award-nominations"
        caption={t('nominations.caption')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.enterpriseName}
        onOpen={(row) =>
          void navigate({
            to: '/awards/$seasonId/nominations/$nominationId',
            params: { seasonId, nominationId: row.id },
          })
        }
        empty={<EmptyState title={t('nominations.empty')} hint={t('nominations.emptyHint')} />}
      />
    </Section>
  );
}
