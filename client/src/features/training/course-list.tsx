import { NumberInput, Select, Text } from '@mantine/core';
import { IconCalendar, IconChartBar, IconPlus } from '@tabler/icons-react';
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
import { courseListQuery, DEFAULT_SORT, type CourseRow } from './queries';
import type { CourseSearch } from './search';
import { CourseStageBadge } from './status-label';
import { KINDS, STATUSES } from './status';

type Kind = (typeof KINDS)[number];
type Status = (typeof STATUSES)[number];

/** "24/11/2022 – 27/11/2022", one date where both are the same. */
export function formatDays(startsOn: string, endsOn: string): string {
  return startsOn === endsOn ? formatDate(startsOn) : `${formatDate(startsOn)} – ${formatDate(endsOn)}`;
}

function useColumns(): Column<CourseRow>[] {
  const { t } = useTranslation('training');
  return useMemo(
    () => [
      {
        key: 'title',
        header: t('list.name'),
        fixed: true,
        grow: true,
        cell: (row) => (
          <LinkAnchor
            to="/courses/$courseId"
            params={{ courseId: row.id }}
            size="sm"
            title={row.title}
            truncate="end"
            display="block"
          >
            {row.title}
          </LinkAnchor>
        ),
      },
      { key: 'code', header: t('list.code'), sortable: true, cell: (row) => row.code },
      { key: 'kind', header: t('list.kind'), cell: (row) => t(`kinds.${row.kind}`) },
      {
        key: 'startsOn',
        header: t('list.startsOn'),
        sortable: true,
        cell: (row) => (
          <Text size="sm" className="tabular">
            {formatDays(row.startsOn, row.endsOn)}
          </Text>
        ),
      },
      { key: 'stage', header: t('list.status'), cell: (row) => <CourseStageBadge stage={row.stage} /> },
      {
        key: 'held',
        header: t('list.seats'),
        align: 'end',
        cell: (row) => t('list.seatsOf', { held: formatInt(row.held), seats: formatInt(row.seats) }),
      },
      {
        key: 'waiting',
        header: t('list.waiting'),
        align: 'end',
        cell: (row) => formatInt(row.waiting),
      },
    ],
    [t],
  );
}

export function CourseList({ search, permissions }: { search: CourseSearch; permissions: Permissions }) {
  const { t } = useTranslation('training');
  const { t: tc } = useTranslation();
  const navigate = useNavigate();
  const list = useListState(search, DEFAULT_SORT);
  const query = useQuery(courseListQuery(search, list.limit));
  const columns = useColumns();
  const plan = may(permissions, 'courses.manage') && (
    <LinkButton to="/courses/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('plan')}
    </LinkButton>
  );
  const clearName = (name: string) => ({ 'aria-label': tc('form.clear', { name }) });
  const printed = [
    search.q && `“${search.q}”`,
    search.kind && t(`kinds.${search.kind}`),
    search.status && t(`statuses.${search.status}`),
    search.year,
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
            <LinkButton
              to="/courses/calendar"
              variant="default"
              leftSection={<IconCalendar size={16} aria-hidden />}
            >
              {t('calendar.link')}
            </LinkButton>
            <LinkButton
              to="/courses/statistics"
              variant="default"
              leftSection={<IconChartBar size={16} aria-hidden />}
            >
              {t('stats.link')}
            </LinkButton>
            {plan}
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
          label={t('list.kind')}
          placeholder={t('list.any')}
          data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={search.kind ?? null}
          onChange={(value) => list.set({ kind: (value as Kind | null) ?? undefined })}
          clearable
          clearButtonProps={clearName(t('list.kind'))}
          w={{ base: '100%', sm: 180 }}
        />
        <Select
          label={t('list.status')}
          placeholder={t('list.any')}
          data={STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          value={search.status ?? null}
          onChange={(value) => list.set({ status: (value as Status | null) ?? undefined })}
          clearable
          clearButtonProps={clearName(t('list.status'))}
          w={{ base: '100%', sm: 190 }}
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
          w={{ base: '100%', sm: 100 }}
        />
      </FilterBar>
      <DataTable
        name="courses"
        caption={t('title')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.title}
        onOpen={(row) => void navigate({ to: '/courses/$courseId', params: { courseId: row.id } })}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} action={plan} />}
      />
    </>
  );
}
