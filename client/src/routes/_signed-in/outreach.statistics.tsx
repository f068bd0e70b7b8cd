import { Group, NumberInput, Select } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { programChoicesQuery } from '@/api/reference';
import { businessClockQuery } from '@/features/calendar/queries';
import { Board } from '@/features/outreach/board';
import { yearSearch } from '@/features/outreach/search';
import { useListState } from '@/shared/lib/use-list-state';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/outreach/statistics')({
  validateSearch: yearSearch,
  loader: ({ context }) => context.queryClient.ensureQueryData(businessClockQuery),
  component: OutreachStatisticsPage,
});

function OutreachStatisticsPage() {
  const { t } = useTranslation('outreach');
  const { t: tc } = useTranslation();
  const search = Route.useSearch();
  const list = useListState(search);
  const { data: clock } = useSuspenseQuery(businessClockQuery);
  const { data: programs = [] } = useQuery(programChoicesQuery);
  const { year: asked, programId, ...rows } = search;
  const year = asked ?? Number(clock.today.slice(0, 4));
  return (
    <>
      <PageHeader
        title={t('year.title')}
        sub={t('year.sub')}
        above={
          <LinkAnchor to="/outreach" size="sm">
            {t('title')}
          </LinkAnchor>
        }
      />
      <Group gap="xs" mb="sm" align="flex-end" className="filter-bar no-print">
        <NumberInput
          label={t('year.year')}
          value={year}
          onChange={(value) => {
            const next = Number(value);
            if (next >= 2000 && next <= 2199) list.set({ year: next });
          }}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          maxLength={4}
          w={{ base: '100%', sm: 140 }}
        />
        <Select
          label={t('year.program')}
          placeholder={t('list.any')}
          data={programs.map(({ id, code, shortTitle }) => ({ value: id, label: `${code} – ${shortTitle}` }))}
          value={programId ?? null}
          onChange={(value) => list.set({ programId: value ?? undefined })}
          clearable
          clearButtonProps={{ 'aria-label': tc('form.clear', { name: t('year.program') }) }}
          w={{ base: '100%', sm: 320 }}
        />
      </Group>
      <Board scope={{ year, ...(programId && { programId }) }} search={rows} />
    </>
  );
}
