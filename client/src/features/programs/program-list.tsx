import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '@/shared/lib/labels';
import { useListState, type ListSearch } from '@/shared/lib/use-list-state';
import { formatDate } from '@/shared/lib/vi';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusBadge } from '@/shared/ui/status-badge';

import './i18n';
import { programsQuery } from './queries';
import type { ProgramItem } from './types';

export function ProgramList({ search }: { search: ListSearch }) {
  const { t } = useTranslation('programs');
  const navigate = useNavigate();
  const list = useListState(search, '-periodFrom');
  const query = useQuery(programsQuery(search));

  const columns = useMemo<Column<ProgramItem>[]>(
    () => [
      {
        key: 'code',
        header: t('columns.code'),
        sortable: true,
        width: 100,
        cell: (row) => row.code,
      },
      {
        key: 'title',
        header: t('columns.title'),
        sortable: true,
        fixed: true,
        grow: true,
        wrap: true,
        cell: (row) => (
          <LinkAnchor to="/programs/$programId" params={{ programId: row.id }} size="sm">
            {inLanguage(row.title, row.titleEn)}
          </LinkAnchor>
        ),
      },
      { key: 'kind', header: t('columns.kind'), cell: (row) => t(`kind.${row.kind}`) },
      {
        key: 'periodFrom',
        header: t('columns.period'),
        sortable: true,
        cell: (row) => t('dates', { from: formatDate(row.periodFrom), to: formatDate(row.periodTo) }),
      },
      {
        key: 'status',
        header: t('columns.status'),
        cell: (row) => (
          <StatusBadge tone={row.status === 'promulgated' ? 'approved' : 'neutral'}>
            {t(`status.${row.status}`)}
          </StatusBadge>
        ),
      },
    ],
    [t],
  );

  return (
    <>
      <PageHeader
        title={t('title')}
        sub={query.data?.count == null ? undefined : t('count', { count: query.data.count })}
      />
      <DataTable
        name="programs"
        caption={t('title')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => inLanguage(row.title, row.titleEn)}
        onOpen={(row) => void navigate({ to: '/programs/$programId', params: { programId: row.id } })}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
      />
    </>
  );
}
