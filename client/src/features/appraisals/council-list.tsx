import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, type Permissions } from '@/shared/lib/permissions';
import { useListState, type ListSearch } from '@/shared/lib/use-list-state';
import { formatDate } from '@/shared/lib/vi';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { FoundDialog } from './found-dialog';
import './i18n';
import { councilListQuery, DEFAULT_SORT, type CouncilRow } from './queries';

/** Councils with their decision and term; members see those in which they have a seat. */
export function CouncilList({ search, permissions }: { search: ListSearch; permissions: Permissions }) {
  const { t } = useTranslation('appraisals');
  const navigate = useNavigate();
  const list = useListState(search, DEFAULT_SORT);
  const query = useQuery(councilListQuery(search, list.limit));
  const [founding, setFounding] = useState(false);
  const open = (councilId: string) => void navigate({ to: '/councils/$councilId', params: { councilId } });
  const columns = useMemo<Column<CouncilRow>[]>(
    () => [
      {
        key: 'name',
        header: t('councils.name'),
        fixed: true,
        grow: true,
        cell: (row) => (
          <LinkAnchor
            to="/councils/$councilId"
            params={{ councilId: row.id }}
            size="sm"
            title={row.name}
            truncate="end"
            display="block"
          >
            {row.name}
          </LinkAnchor>
        ),
      },
      { key: 'kind', header: t('councils.kind'), cell: (row) => t(`kinds.${row.kind}`) },
      { key: 'decisionNumber', header: t('councils.decision'), cell: (row) => row.decisionNumber },
      {
        key: 'decisionDate',
        header: t('councils.decisionDate'),
        sortable: true,
        cell: (row) => formatDate(row.decisionDate),
      },
      {
        key: 'term',
        header: t('councils.term'),
        cell: (row) => (
          <Text size="sm" className="tabular">
            {formatDate(row.termFrom)} – {formatDate(row.termTo)}
          </Text>
        ),
      },
    ],
    [t],
  );
  const found = may(permissions, 'councils.manage') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setFounding(true)}>
      {t('found.button')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        sub={query.data?.count == null ? '' : t('councils.count', { count: query.data.count })}
        actions={found}
      />
      <DataTable
        name="councils"
        caption={t('title')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        onOpen={(row) => open(row.id)}
        empty={<EmptyState title={t('councils.empty')} hint={t('councils.emptyHint')} />}
      />
      {founding && <FoundDialog onClose={() => setFounding(false)} onFounded={({ id }) => open(id)} />}
    </>
  );
}
