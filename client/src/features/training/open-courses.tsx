import { Button, Group, Paper, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { SearchInput } from '@/shared/ui/search-input';
import { formatDays } from './course-list';
import './i18n';
import { openCoursesQuery, type OpenCourseRow } from './public-queries';
import type { OpenCourseSearch } from './search';
import { KINDS } from './status';

type Kind = (typeof KINDS)[number];

/** Courses that take registrations, for everybody. */
export function OpenCourses({ search }: { search: OpenCourseSearch }) {
  const { t } = useTranslation('training');
  const { t: tc } = useTranslation();
  const navigate = useNavigate();
  const query = useInfiniteQuery(openCoursesQuery(search));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = search.q !== undefined || search.kind !== undefined;
  const set = (change: Partial<OpenCourseSearch>) =>
    void navigate({ to: '/courses/open', search: { ...search, ...change }, replace: true });
  return (
    <>
      <PageHeader title={t('open.title')} sub={t('open.intro')} />
      <Group align="flex-end" gap="sm" mb="md" className="filter-bar">
        <SearchInput
          label={t('list.search')}
          placeholder={t('list.searchHint')}
          value={search.q ?? ''}
          onCommit={(q) => set({ q: q === '' ? undefined : q })}
          w={260}
        />
        <Select
          label={t('list.kind')}
          placeholder={t('list.any')}
          data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={search.kind ?? null}
          onChange={(value) => set({ kind: (value as Kind | null) ?? undefined })}
          clearable
          clearButtonProps={{ 'aria-label': tc('form.clear', { name: t('list.kind') }) }}
          w={200}
        />
      </Group>
      {query.isPending && <Skeleton height={120} aria-label={t('open.loading')} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <EmptyState
          title={t(isFiltered ? 'open.noMatch' : 'open.empty')}
          hint={t(isFiltered ? 'open.noMatchHint' : 'open.emptyHint')}
          noMatch={isFiltered}
        />
      )}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {rows.map((row) => (
          <li key={row.id}>
            <OpenCourseCard row={row} />
          </li>
        ))}
      </Stack>
      {query.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('open.more')}
        </Button>
      )}
    </>
  );
}

function OpenCourseCard({ row }: { row: OpenCourseRow }) {
  const { t } = useTranslation('training');
  return (
    <Paper withBorder p="md" component="article">
      <Title order={2} fz="md">
        <LinkAnchor to="/courses/open/$courseId" params={{ courseId: row.id }}>
          {row.title}
        </LinkAnchor>
      </Title>
      <Text size="sm">
        {t(`kinds.${row.kind}`)} · {formatDays(row.startsOn, row.endsOn)}
      </Text>
      {row.venue && <Text size="sm">{row.venue}</Text>}
      <Text size="sm" c="dimmed">
        {row.free > 0
          ? t('open.free', { count: row.free })
          : t('open.full', { waiting: formatInt(row.waiting) })}{' '}
        · {t('page.closesOn', { date: formatDate(row.registrationClosesOn) })}
      </Text>
    </Paper>
  );
}
