import { NumberInput, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { programChoicesQuery } from '@/api/reference';
import { inLanguage } from '@/shared/lib/labels';
import { may, type Permissions } from '@/shared/lib/permissions';
import { useReferenceList } from '@/shared/lib/reference-data';
import { useListState } from '@/shared/lib/use-list-state';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { SearchInput } from '@/shared/ui/search-input';
import classes from './commendations.module.css';
import { Counters } from './counters';
import './i18n';
import { commendationListQuery, DEFAULT_SORT, type CommendationRow } from './queries';
import type { CommendationSearch } from './search';
import { KINDS, STATUSES, type CommendationStatus, type SubjectKind } from './status';
import { CommendationStatusBadge } from './status-label';

function useColumns(): Column<CommendationRow>[] {
  const { t } = useTranslation('commendations');
  return useMemo(
    () => [
      {
        key: 'name',
        header: t('list.name'),
        sortable: true,
        fixed: true,
        grow: true,
        cell: (row) => (
          <LinkAnchor
            to="/commendations/$proposalId"
            params={{ proposalId: row.id }}
            size="sm"
            title={row.name}
            truncate="end"
            display="block"
          >
            {row.name}
          </LinkAnchor>
        ),
      },
      { key: 'code', header: t('list.code'), sortable: true, cell: (row) => row.code },
      { key: 'kind', header: t('list.kind'), cell: (row) => t(`kinds.${row.kind}`) },
      {
        key: 'status',
        header: t('list.status'),
        cell: (row) => <CommendationStatusBadge status={row.status} />,
      },
      {
        key: 'form',
        header: t('list.form'),
        cell: (row) => <Cut text={inLanguage(row.form.nameVi, row.form.nameEn)} />,
      },
      { key: 'agency', header: t('list.agency'), cell: (row) => <Cut text={row.agency} /> },
      { key: 'decision', header: t('list.decision'), cell: (row) => row.decisionNumber ?? '—' },
    ],
    [t],
  );
}

/** Cut off where it does not fit; the whole text is in its title. */
function Cut({ text }: { text: string | null | undefined }) {
  return (
    <span className={classes.cut} title={text ?? undefined}>
      {text ?? '—'}
    </span>
  );
}

type CommendationListProps = { search: CommendationSearch; permissions: Permissions };

export function CommendationList({ search, permissions }: CommendationListProps) {
  const { t, i18n } = useTranslation('commendations');
  const { t: tc } = useTranslation();
  const navigate = useNavigate();
  const list = useListState(search, DEFAULT_SORT);
  const query = useQuery(commendationListQuery(search, list.limit));
  const columns = useColumns();
  const forms = useReferenceList('commendationForms');
  const programs = useQuery(programChoicesQuery).data ?? [];
  const propose = may(permissions, 'commendations.propose') && (
    <LinkButton to="/commendations/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('propose')}
    </LinkButton>
  );
  const clearName = (name: string) => ({ 'aria-label': tc('form.clear', { name }) });
  const printed = [
    search.q && `“${search.q}”`,
    search.kind && t(`kinds.${search.kind}`),
    search.status && t(`statuses.${search.status}`),
    search.form && forms.nameOf(search.form),
    programs.find(({ id }) => id === search.programId)?.code,
    search.year,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <PageHeader
        title={t('title')}
        sub={query.data?.count == null ? '' : t('count', { count: query.data.count })}
        actions={propose}
      />
      <Counters />
      <FilterBar isFiltered={list.isFiltered} onClear={list.clear} printed={printed}>
        <SearchInput
          label={t('list.search')}
          placeholder={t('list.searchHint')}
          value={search.q ?? ''}
          onCommit={(q) => list.set({ q: q === '' ? undefined : q })}
          w={{ base: '100%', sm: 220 }}
        />
        <Select
          label={t('list.kind')}
          placeholder={t('list.any')}
          data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={search.kind ?? null}
          onChange={(value) => list.set({ kind: (value as SubjectKind | null) ?? undefined })}
          clearable
          clearButtonProps={clearName(t('list.kind'))}
          w={{ base: '100%', sm: 130 }}
        />
        <Select
          label={t('list.status')}
          placeholder={t('list.any')}
          data={STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          value={search.status ?? null}
          onChange={(value) => list.set({ status: (value as CommendationStatus | null) ?? undefined })}
          clearable
          clearButtonProps={clearName(t('list.status'))}
          w={{ base: '100%', sm: 170 }}
        />
        <Select
          label={t('list.form')}
          placeholder={t('list.any')}
          data={forms.options}
          value={search.form ?? null}
          onChange={(value) => list.set({ form: value ?? undefined })}
          clearable
          clearButtonProps={clearName(t('list.form'))}
          w={{ base: '100%', sm: 240 }}
        />
        <Select
          label={t('list.program')}
          placeholder={t('list.any')}
          data={programs.map(({ id, code, shortTitle, titleEn }) => ({
            value: id,
            label: `${code} – ${i18n.resolvedLanguage === 'en' ? titleEn : shortTitle}`,
          }))}
          value={search.programId ?? null}
          onChange={(value) => list.set({ programId: value ?? undefined })}
          clearable
          clearButtonProps={clearName(t('list.program'))}
          w={{ base: '100%', sm: 220 }}
        />
        <NumberInput
          label={t('list.year')}
          placeholder={t('list.any')}
          value={search.year ?? ''}
          onChange={(value) => {
            const year = Number(value);
            list.set({ year: year >= 2000 && year <= 2199 ? year : undefined });
          }}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          maxLength={4}
          w={{ base: '100%', sm: 90 }}
        />
      </FilterBar>
      <DataTable
        name="commendations"
        caption={t('title')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        onOpen={(row) => void navigate({ to: '/commendations/$proposalId', params: { proposalId: row.id } })}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} action={propose} />}
      />
    </>
  );
}
