import { Checkbox, MultiSelect, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { programChoicesQuery } from '@/api/reference';
import { useListState } from '@/shared/lib/use-list-state';
import { formatDate, formatInt, formatVnd } from '@/shared/lib/vi';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { filterVi } from '@/shared/ui/form-fields';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { SearchInput } from '@/shared/ui/search-input';
import './i18n';
import { DEFAULT_SORT, enrollmentListQuery, type EnrollmentRow } from './queries';
import type { EnrollmentSearch } from './search';
import { EnrollmentStatusBadge } from './status-label';
import { STATUSES, type EnrollmentStatus } from './status';

function useColumns(): Column<EnrollmentRow>[] {
  const { t } = useTranslation('enrollments');
  return useMemo(
    () => [
      {
        key: 'code',
        header: t('list.code'),
        fixed: true,
        cell: (row) => (
          <LinkAnchor to="/enrollments/$enrollmentId" params={{ enrollmentId: row.id }}>
            {row.code ?? t('list.noCode')}
          </LinkAnchor>
        ),
      },
      {
        key: 'enterpriseName',
        header: t('list.enterprise'),
        grow: true,
        cell: (row) => (
          <Text size="sm" truncate title={row.enterpriseName}>
            {row.enterpriseName}
          </Text>
        ),
      },
      { key: 'programCode', header: t('list.program'), hidden: true, cell: (row) => row.programCode },
      {
        key: 'status',
        header: t('list.status'),
        cell: (row) => <EnrollmentStatusBadge status={row.status} />,
      },
      {
        key: 'lineCount',
        header: t('list.lines'),
        align: 'end',
        hidden: true,
        cell: (row) => formatInt(row.lineCount),
      },
      {
        key: 'requestedTotal',
        header: t('list.requested'),
        align: 'end',
        sortable: true,
        cell: (row) => formatVnd(row.requestedTotal),
      },
      {
        key: 'grantedTotal',
        header: t('list.granted'),
        align: 'end',
        cell: (row) => formatVnd(row.grantedTotal),
      },
      {
        key: 'submittedAt',
        header: t('list.submitted'),
        sortable: true,
        cell: (row) => formatDate(row.receivedOn ?? row.submittedAt),
      },
    ],
    [t],
  );
}

type EnrollmentListProps = { search: EnrollmentSearch; mayCreate: boolean };

export function EnrollmentList({ search, mayCreate }: EnrollmentListProps) {
  const { t } = useTranslation('enrollments');
  const navigate = useNavigate();
  const list = useListState(search, DEFAULT_SORT);
  const query = useQuery(enrollmentListQuery(search, list.limit));
  const programs = useQuery(programChoicesQuery).data;
  const columns = useColumns();
  const total = query.data?.count;
  const create = mayCreate && <LinkButton to="/enrollments/new">{t('list.new')}</LinkButton>;
  return (
    <>
      <PageHeader
        title={t('list.title')}
        sub={total == null ? '' : t('list.count', { count: total })}
        actions={create}
      />
      <FilterBar
        isFiltered={list.isFiltered}
        onClear={list.clear}
        printed={t('list.printed', {
          q: search.q ?? '—',
          status: search.status?.map((status) => t(`statuses.${status}`)).join(', ') ?? '—',
        })}
      >
        <SearchInput
          label={t('list.search')}
          placeholder={t('list.searchHint')}
          value={search.q ?? ''}
          onCommit={(q) => list.set({ q: q === '' ? undefined : q })}
          w={{ base: '100%', sm: 260 }}
        />
        <MultiSelect
          label={t('list.status')}
          placeholder={search.status ? undefined : t('list.all')}
          data={STATUSES.map((status) => ({ value: status, label: t(`statuses.${status}`) }))}
          value={search.status ?? []}
          searchable
          filter={filterVi}
          onChange={(chosen) => {
            const [first, ...rest] = chosen as EnrollmentStatus[];
            list.set({ status: first === undefined ? undefined : [first, ...rest] });
          }}
          w={{ base: '100%', sm: 260 }}
        />
        <Select
          label={t('list.program')}
          placeholder={t('list.all')}
          data={programs?.map(({ code }) => code) ?? []}
          value={search.programCode ?? null}
          clearable
          clearButtonProps={{ 'aria-label': t('list.clearProgram') }}
          onChange={(programCode) => list.set({ programCode: programCode ?? undefined })}
          w={{ base: '100%', sm: 160 }}
        />
        <Checkbox
          label={t('list.waiting')}
          checked={search.waitingForMe ?? false}
          onChange={(event) => list.set({ waitingForMe: event.currentTarget.checked ? true : undefined })}
          py={8}
        />
      </FilterBar>
      <DataTable
        name="enrollments"
        caption={t('list.caption')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => `${row.code ?? t('list.noCode')}, ${row.enterpriseName}`}
        onOpen={(row) =>
          void navigate({ to: '/enrollments/$enrollmentId', params: { enrollmentId: row.id } })
        }
        empty={<EmptyState title={t('list.empty')} hint={t('list.emptyHint')} action={create} />}
      />
    </>
  );
}
