import { Button, Group, List, Select, Skeleton, Text, Title } from '@mantine/core';
import { IconAward } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLabels } from '@/shared/lib/labels';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import './i18n';
import { publicWinnersQuery, type PublicWinner } from './win-queries';
import { LEVELS, type PublicWinnerSearch } from './search';

const PROVINCES = ['konTum', 'quangNgai', 'tayNinh'] as const;

/** The hall of winners, for everybody: organizations whose award is published, the latest round first. */
export function PublicWinners({ search }: { search: PublicWinnerSearch }) {
  const { t } = useTranslation('awards');
  const { t: tc } = useTranslation();
  const label = useLabels('awards');
  const navigate = useNavigate();
  const query = useInfiniteQuery(publicWinnersQuery(search));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const years = [...new Set(rows.map(({ year }) => year))];
  const isFiltered = search.province !== undefined || search.year !== undefined;
  return (
    <>
      <PageHeader title={t('hall.title')} sub={t('hall.intro')} />
      <Group align="flex-end" gap="sm" mb="md" className="filter-bar no-print">
        <Select
          label={t('hall.province')}
          placeholder={t('any')}
          data={PROVINCES.map((value) => ({ value, label: t(`provinces.${value}`) }))}
          value={search.province ?? null}
          onChange={(province) =>
            void navigate({
              to: '/winners',
              search: { ...search, province: province ?? undefined },
              replace: true,
            })
          }
          clearable
          clearButtonProps={{ 'aria-label': tc('form.clear', { name: t('hall.province') }) }}
          w={{ base: '100%', sm: 220 }}
        />
      </Group>
      {query.isPending && <Skeleton height={160} aria-label={t('hall.loading')} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <EmptyState
          title={t(isFiltered ? 'hall.noMatch' : 'hall.empty')}
          hint={t('hall.emptyHint')}
          noMatch={isFiltered}
        />
      )}
      {years.map((year) => (
        <Section key={year} title={t('hall.year', { year })}>
          <List listStyleType="none" spacing="sm">
            {rows
              .filter((row) => row.year === year)
              .toSorted((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level))
              .map((row) => (
                <List.Item key={row.id}>
                  <Winner row={row} province={label('provinces', row.province)} />
                </List.Item>
              ))}
          </List>
        </Section>
      ))}
      {query.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('hall.more')}
        </Button>
      )}
    </>
  );
}

function Winner({ row, province }: { row: PublicWinner; province: string }) {
  const { t } = useTranslation('awards');
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <IconAward
        size={22}
        stroke={1.6}
        aria-hidden
        color={row.level === 'gold' ? 'var(--mantine-color-yellow-8)' : 'var(--mantine-color-gray-6)'}
      />
      <div>
        <Title order={3} fz="md">
          {row.enterpriseName}
        </Title>
        <Text size="sm">
          <strong>{t(`levels.${row.level}`)}</strong> · {province}
        </Text>
      </div>
    </Group>
  );
}
