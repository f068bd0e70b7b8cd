import { Anchor, Button, Code, List, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportPack } from '@/features/packs/import-pack';
import { packDownloadUrl, packsQuery, type Pack } from '@/features/packs/queries';
import { inLanguage, useLabels } from '@/shared/lib/labels';
import { may } from '@/shared/lib/permissions';
import { listSearch, useListState } from '@/shared/lib/use-list-state';
import { formatDateTime } from '@/shared/lib/vi';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';

export const Route = createFileRoute('/_signed-in/admin/packs')({
  validateSearch: listSearch.omit({ q: true }),
  component: PacksPage,
});

function PacksPage() {
  const { t } = useTranslation('packs');
  const label = useLabels('packs');
  const { session } = Route.useRouteContext();
  const search = Route.useSearch();
  const list = useListState(search, 'key');
  const query = useQuery(packsQuery(search));

  const columns = useMemo<Column<Pack>[]>(
    () => [
      {
        key: 'key',
        header: t('columns.key'),
        sortable: true,
        fixed: true,
        width: 120,
        cell: (row) => <Code>{row.key}</Code>,
      },
      {
        key: 'title',
        header: t('columns.title'),
        grow: true,
        wrap: true,
        cell: (row) => inLanguage(row.title, row.titleEn),
      },
      {
        key: 'province',
        header: t('columns.province'),
        cell: (row) => (row.province == null ? t('national') : label('provinces', row.province)),
      },
      {
        key: 'content',
        header: t('columns.content'),
        cell: (row) => (
          <Text
            size="sm"
            truncate
            title={row.lists.map((item) => `${label('lists', item.list)}: ${item.count}`).join('\n')}
            maw={280}
          >
            {t('entries', { count: row.lists.reduce((sum, item) => sum + item.count, 0) })}
          </Text>
        ),
      },
      {
        key: 'importedAt',
        header: t('columns.importedAt'),
        sortable: true,
        cell: (row) => <span title={row.importedBy}>{formatDateTime(row.importedAt)}</span>,
      },
      {
        key: 'importedBy',
        header: t('columns.importedBy'),
        hidden: true,
        cell: (row) => row.importedBy,
      },
      {
        key: 'sha256',
        header: t('columns.sha256'),
        hidden: true,
        cell: (row) => <Code>{row.sha256.slice(0, 16)}…</Code>,
      },
      {
        key: 'download',
        header: t('columns.download'),
        fixed: true,
        width: 110,
        cell: (row) => (
          <Button
            component="a"
            href={packDownloadUrl(row.key)}
            download={`${row.key}.json`}
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            aria-label={t('download', { key: row.key })}
          >
            {t('downloadShort')}
          </Button>
        ),
      },
    ],
    [t, label],
  );

  const notes = query.data?.items.filter((pack) => pack.notes.length > 0) ?? [];

  return (
    <>
      <PageHeader title={t('title')} sub={t('intro')} />
      <DataTable
        name="packs"
        caption={t('title')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.key}
        rowName={(row) => row.key}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
      />
      {may(session.permissions, 'packs.import') && <ImportPack />}
      {notes.length > 0 && (
        <Section title={t('notes')} sub={t('notesHint')}>
          <Stack gap="sm">
            {notes.map((pack) => (
              <div key={pack.key}>
                <Title order={3}>{inLanguage(pack.title, pack.titleEn)}</Title>
                <List size="sm" spacing={4}>
                  {pack.notes.map((note) => (
                    <List.Item key={note.textVi}>{inLanguage(note.textVi, note.textEn)}</List.Item>
                  ))}
                </List>
              </div>
            ))}
          </Stack>
        </Section>
      )}
      <Text size="sm" c="dimmed" mt="md" className="no-print">
        <Anchor href="/api/v1/pack-schema" download="pack.schema.json" size="sm">
          {t('schema')}
        </Anchor>
      </Text>
    </>
  );
}
