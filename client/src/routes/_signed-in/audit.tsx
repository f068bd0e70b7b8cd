import { Anchor, Button, Drawer, Select } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryDetails } from '@/features/audit/entry-details';
import { ACTIONS } from '@/features/audit/actions';
import { auditEntriesQuery, useVerifyAuditTrail, type AuditEntry } from '@/features/audit/queries';
import { auditSearch } from '@/features/audit/search';
import { VerificationResult } from '@/features/audit/verification';
import { useLabels } from '@/shared/lib/labels';
import { may } from '@/shared/lib/permissions';
import { useListState } from '@/shared/lib/use-list-state';
import { compareVi, formatDate, formatDateTime, formatInt } from '@/shared/lib/vi';
import { ProblemBanner } from '@/shared/ui/banner';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { filterVi } from '@/shared/ui/form-fields';
import { PageHeader } from '@/shared/ui/page-header';
import { VnDateInput } from '@/shared/ui/vn-date-input';

export const Route = createFileRoute('/_signed-in/audit')({
  validateSearch: auditSearch,
  component: AuditPage,
});

function AuditPage() {
  const { t } = useTranslation('audit');
  const { t: tc } = useTranslation();
  const label = useLabels('audit');
  const { session } = Route.useRouteContext();
  const search = Route.useSearch();
  const list = useListState(search, '-occurredAt');
  const query = useQuery(auditEntriesQuery(search));
  const verify = useVerifyAuditTrail();
  const [opened, setOpened] = useState<AuditEntry | null>(null);

  const columns = useMemo<Column<AuditEntry>[]>(
    () => [
      {
        key: 'occurredAt',
        header: t('columns.occurredAt'),
        sortable: true,
        fixed: true,
        width: 150,
        cell: (row) => formatDateTime(row.occurredAt),
      },
      {
        key: 'action',
        header: t('columns.action'),
        fixed: true,
        cell: (row) => (
          <Anchor component="button" type="button" size="sm" onClick={() => setOpened(row)}>
            {label('actions', row.action)}
          </Anchor>
        ),
      },
      {
        key: 'actor',
        header: t('columns.actor'),
        cell: (row) => (
          <Anchor
            component="button"
            type="button"
            size="sm"
            title={t('filters.onlyActor', { name: row.actor.name })}
            onClick={() => list.set({ actorId: row.actor.id })}
          >
            {row.actor.name}
          </Anchor>
        ),
      },
      {
        key: 'entity',
        header: t('columns.entity'),
        cell: (row) =>
          row.entityId ? (
            <Anchor
              component="button"
              type="button"
              size="sm"
              title={t('filters.onlyEntity')}
              onClick={() => list.set({ entityId: row.entityId! })}
            >
              {label('entities', row.entityType)}
            </Anchor>
          ) : (
            label('entities', row.entityType)
          ),
      },
      {
        key: 'changes',
        header: t('columns.changes'),
        cell: (row) => t('changeCount', { count: row.fields.length + row.parts.length }),
      },
      {
        key: 'sequence',
        header: t('columns.sequence'),
        align: 'end',
        width: 120,
        cell: (row) => (row.sequence == null ? t('details.notSealed') : formatInt(row.sequence)),
      },
    ],
    [t, label, list],
  );

  const actorName = query.data?.items.find((row) => row.actor.id === search.actorId)?.actor.name;
  const printed = [
    search.action && label('actions', search.action),
    actorName,
    search.from && `${t('filters.from')} ${formatDate(search.from)}`,
    search.to && `${t('filters.to')} ${formatDate(search.to)}`,
  ]
    .filter(Boolean)
    .join(' · ');

  return (
    <>
      <PageHeader
        title={t('title')}
        sub={query.data?.count == null ? t('intro') : t('count', { count: query.data.count })}
        actions={
          may(session.permissions, 'audit.verify') && (
            <Button
              leftSection={<IconShieldCheck size={16} aria-hidden />}
              loading={verify.isPending}
              onClick={() => verify.mutate()}
            >
              {t('verify')}
            </Button>
          )
        }
      />
      <div aria-live="polite" className="audit-verification">
        {verify.error && <ProblemBanner error={verify.error} />}
        {verify.data && <VerificationResult result={verify.data} />}
      </div>
      <FilterBar isFiltered={list.isFiltered} onClear={list.clear} printed={printed}>
        <Select
          label={t('columns.action')}
          placeholder={t('filters.anyAction')}
          data={ACTIONS.map((code) => ({ value: code, label: label('actions', code) })).sort((a, b) =>
            compareVi(a.label, b.label),
          )}
          value={search.action ?? null}
          onChange={(value) => list.set({ action: value ?? undefined })}
          searchable
          filter={filterVi}
          nothingFoundMessage={tc('form.noMatch')}
          clearable
          clearButtonProps={{ 'aria-label': tc('form.clear', { name: t('columns.action') }) }}
          w={280}
        />
        <VnDateInput
          label={t('filters.from')}
          value={search.from ?? null}
          onChange={(value) => list.set({ from: value ?? undefined })}
          w={160}
        />
        <VnDateInput
          label={t('filters.to')}
          value={search.to ?? null}
          onChange={(value) => list.set({ to: value ?? undefined })}
          w={160}
        />
        {search.actorId && (
          <Button variant="light" onClick={() => list.set({ actorId: undefined })}>
            {t('filters.actorIs', { name: actorName ?? search.actorId })}
          </Button>
        )}
        {search.entityId && (
          <Button variant="light" onClick={() => list.set({ entityId: undefined })}>
            {t('filters.entityIs')}
          </Button>
        )}
      </FilterBar>
      <DataTable
        name="audit"
        caption={t('title')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => `${formatDateTime(row.occurredAt)} ${label('actions', row.action)}`}
        onOpen={setOpened}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
      />
      <Drawer
        opened={opened !== null}
        onClose={() => setOpened(null)}
        position="right"
        size="lg"
        title={opened ? label('actions', opened.action) : ''}
      >
        {opened && <EntryDetails entry={opened} />}
      </Drawer>
    </>
  );
}
