import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '@/shared/lib/labels';
import { formatInt } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { EmptyState } from '@/shared/ui/empty-state';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { StackedTable } from '@/shared/ui/stacked-table';
import { Stat } from '@/shared/ui/stat';
import './i18n';
import type { ExpertStatistics as Statistics } from './queries';
import { SOURCE_GROUPS } from './search';

type Plan = Statistics['plans'][number];
type Figures = Statistics['total'];
type Group = (typeof SOURCE_GROUPS)[number];

/** How many people were trained in depth, beside what the plans foresee; every figure opens to the people behind it. */
export function ExpertStatistics({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslation('experts');
  const { byGroup, plans, total, years } = statistics;
  const figureOf = (groups: Statistics['byGroup'], group: Group) =>
    groups.find(({ sourceGroup }) => sourceGroup === group)?.figures.persons ?? 0;
  return (
    <>
      <PageHeader
        title={t('statistics.title')}
        sub={t('statistics.sub')}
        above={
          <LinkAnchor to="/experts" size="sm" className="no-print">
            {t('title')}
          </LinkAnchor>
        }
      />
      {plans.length > 0 && (
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md" mb="md">
          {plans.map((plan) => (
            <PlanStat key={`${plan.programId}${plan.targetCode}`} plan={plan} />
          ))}
        </SimpleGrid>
      )}
      {total.illustrative > 0 && (
        <Banner title={t('statistics.illustrative', { count: total.illustrative })}>
          {t('statistics.illustrativeHint')}
        </Banner>
      )}
      <Section title={t('statistics.byYear')} sub={t('statistics.byYearSub')}>
        {years.length === 0 ? (
          <EmptyState title={t('statistics.empty')} hint={t('statistics.emptyHint')} />
        ) : (
          <StackedTable
            rows={years}
            rowId={({ year }) => String(year)}
            columns={[
              {
                header: t('statistics.year'),
                cell: ({ year }) => (
                  <LinkAnchor to="/experts" search={{ trainedIn: year }} size="sm">
                    {year}
                    <span className="visually-hidden">: {t('statistics.show')}</span>
                  </LinkAnchor>
                ),
              },
              { header: t('statistics.persons'), cell: (row) => <b>{formatInt(row.total.persons)}</b> },
              ...SOURCE_GROUPS.map((group) => ({
                header: t(`groups.${group}`),
                cell: (row: Statistics['years'][number]) => {
                  const persons = figureOf(row.byGroup, group);
                  return persons === 0 ? (
                    '0'
                  ) : (
                    <LinkAnchor to="/experts" search={{ trainedIn: row.year, sourceGroup: group }} size="sm">
                      {formatInt(persons)}
                      <span className="visually-hidden">
                        : {t('statistics.show')} ({t(`groups.${group}`)}, {row.year})
                      </span>
                    </LinkAnchor>
                  );
                },
              })),
              { header: t('statistics.unproven'), cell: (row) => formatInt(row.total.unproven) },
            ]}
          />
        )}
      </Section>
      <Section title={t('statistics.all')} sub={t('statistics.allSub')}>
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs">
          <Stat
            label={t('statistics.persons')}
            value={formatInt(total.persons)}
            note={<Unproven of={total} />}
          />
          {SOURCE_GROUPS.map((group) => (
            <Stat key={group} label={t(`groups.${group}`)} value={formatInt(figureOf(byGroup, group))} />
          ))}
        </SimpleGrid>
      </Section>
    </>
  );
}

function Unproven({ of: { unproven } }: { of: Figures }) {
  const { t } = useTranslation('experts');
  return unproven > 0 ? (
    <Text component="span" size="sm">
      {t('statistics.unprovenOf', { count: unproven })}
    </Text>
  ) : null;
}

function PlanStat({ plan }: { plan: Plan }) {
  const { t } = useTranslation('experts');
  const { figures, firstYear, from, lastYear, programCode, programId, targetCode, to } = plan;
  const foreseen =
    to == null
      ? t('statistics.atLeast', { from })
      : from === to
        ? formatInt(from)
        : t('statistics.between', { from, to });
  return (
    <Stat
      label={t('statistics.plan', { code: targetCode, program: programCode, from: firstYear, to: lastYear })}
      value={formatInt(figures.persons)}
      percent={(figures.persons / from) * 100}
      note={
        <>
          <div>{inLanguage(plan.titleVi, plan.titleEn)}</div>
          <div>
            {t(plan.isApproximate ? 'statistics.foreseenAbout' : 'statistics.foreseen', { foreseen })}
          </div>
          {figures.persons < from && <div>{t('statistics.missing', { count: from - figures.persons })}</div>}
          <LinkAnchor to="/programs/$programId" params={{ programId }} size="sm" className="no-print">
            {t('statistics.program', { code: programCode })}
          </LinkAnchor>
        </>
      }
    />
  );
}
