import { Button, Group, List, SimpleGrid, Space, Stack, Text } from '@mantine/core';
import { IconAward, IconEdit, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '@/shared/lib/labels';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { DescriptionList } from '@/shared/ui/description-list';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { StackedTable } from '@/shared/ui/stacked-table';
import { Stat } from '@/shared/ui/stat';
import './i18n';
import { NominateDialog } from './nominate-dialog';
import { NominationList } from './nomination-list';
import { nominationListQuery, type Season, type VersionedSeason } from './queries';
import type { NominationSearch } from './search';
import { RegimeRules } from './regime-rules';
import { ExtendDialog, FillDialog, SeasonActDialog } from './season-dialogs';
import { SEASON_ACTIONS, type SeasonButton } from './status';
import { SeasonStatusBadge } from './status-label';
import { useBlockedText, useOpenPointName } from './words';

type SeasonPageProps = {
  answer: VersionedSeason;
  search: NominationSearch;
  /** Business date, yyyy-MM-dd. */
  today: string | undefined;
  /** The enterprises somebody acts for. */
  enterprises: readonly { id: string; name: string }[];
};

type Deadline = Season['deadlines'][number];
type Opened =
  | { dialog: 'act'; action: SeasonButton }
  | { dialog: 'extend'; deadline: Deadline }
  | { dialog: 'fill' }
  | { dialog: 'nominate' };

function isSeasonButton(action: string): action is SeasonButton {
  return (SEASON_ACTIONS as readonly string[]).includes(action);
}

/** One round of the award: its rules, its dates, who takes part, and what became of it. */
export function SeasonPage({ answer, search, today, enterprises }: SeasonPageProps) {
  const { t } = useTranslation('awards');
  const navigate = useNavigate();
  const { data: season } = answer;
  const { allowedActions } = season;
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const offered = SEASON_ACTIONS.filter((action) => allowedActions.includes(action));
  const own = useOwnNomination(season.id, enterprises.length > 0);
  const mayNominate = allowedActions.includes('nominate') && own === null;
  return (
    <>
      <PageHeader
        title={season.title}
        sub={
          <Group gap="xs" component="span">
            <SeasonStatusBadge status={season.status} />
            <span>{t('season.year', { year: season.year })}</span>
          </Group>
        }
        above={
          <LinkAnchor to="/awards" size="sm" className="no-print">
            {t('title')}
          </LinkAnchor>
        }
        actions={
          <>
            {offered.map((action) => (
              <Button
                key={action}
                variant={action === 'open' ? 'filled' : 'default'}
                c={action === 'cancel' ? 'red.8' : undefined}
                onClick={() => setOpened({ dialog: 'act', action })}
              >
                {t(`seasonActs.${action}`)}
              </Button>
            ))}
            {allowedActions.includes('update') && (
              <LinkButton
                to="/awards/$seasonId/edit"
                params={{ seasonId: season.id }}
                variant="default"
                leftSection={<IconEdit size={16} aria-hidden />}
              >
                {t('season.edit')}
              </LinkButton>
            )}
            {mayNominate && (
              <Button
                leftSection={<IconAward size={16} aria-hidden />}
                mih={enterprises.length > 0 ? 44 : undefined}
                onClick={() => setOpened({ dialog: 'nominate' })}
              >
                {enterprises.length > 0 ? t('nominate.ownVerb') : t('nominate.officerVerb')}
              </Button>
            )}
            {own && (
              <LinkButton
                to="/awards/$seasonId/nominations/$nominationId"
                params={{ seasonId: season.id, nominationId: own.id }}
                mih={44}
              >
                {t('nominate.openOwn', { code: own.code })}
              </LinkButton>
            )}
          </>
        }
      />
      <Stack gap={0}>
        <Outcome season={season} />
        <Counts season={season} />
        <OpenPoints season={season} onFill={() => setOpened({ dialog: 'fill' })} />
        <Blocked season={season} />
        <Deadlines
          season={season}
          today={today}
          onExtend={(deadline) => setOpened({ dialog: 'extend', deadline })}
        />
        {season.status !== 'planned' && <NominationList seasonId={season.id} search={search} />}
        <Rules season={season} />
      </Stack>
      {opened?.dialog === 'act' && <SeasonActDialog answer={answer} action={opened.action} onClose={close} />}
      {opened?.dialog === 'extend' && (
        <ExtendDialog answer={answer} deadline={opened.deadline} onClose={close} />
      )}
      {opened?.dialog === 'fill' && <FillDialog answer={answer} onClose={close} />}
      {opened?.dialog === 'nominate' && today !== undefined && (
        <NominateDialog
          season={season}
          today={today}
          enterprises={enterprises}
          onClose={close}
          onNominated={({ id }) =>
            void navigate({
              to: '/awards/$seasonId/nominations/$nominationId',
              params: { seasonId: season.id, nominationId: id },
            })
          }
        />
      )}
    </>
  );
}

/** What the enterprise of the reader has in this season: it stands in it once. Null = nothing, undefined = not known yet. */
function useOwnNomination(seasonId: string, isEnterprise: boolean) {
  const { data } = useQuery({ ...nominationListQuery(seasonId, {}, 20), enabled: isEnterprise });
  if (!isEnterprise) return null;
  return data && (data.items.find(({ status }) => status !== 'withdrawn') ?? null);
}

/** How it ended; that nobody took part is a result like any other. */
function Outcome({ season }: { season: Season }) {
  const { t } = useTranslation('awards');
  if (season.status === 'cancelled') {
    return (
      <Banner tone="warning" title={t('season.cancelled')}>
        {season.cancellationReason}
      </Banner>
    );
  }
  if (season.status !== 'closed') return null;
  return season.counts.takingPart === 0 ? (
    <Banner tone="info" title={t('season.nobody', { date: formatDate(season.closedOn) })}>
      {t('season.nobodyBecause', { reason: season.closingExplanation })}
    </Banner>
  ) : (
    <Banner tone="success" title={t('season.closed', { date: formatDate(season.closedOn) })}>
      {season.closingExplanation}
    </Banner>
  );
}

function Counts({ season: { counts, status } }: { season: Season }) {
  const { t } = useTranslation('awards');
  if (status === 'planned') return null;
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} mb="md">
      <Stat
        label={t('season.takingPart')}
        value={formatInt(counts.takingPart)}
        note={counts.withdrawn > 0 ? t('season.withdrawn', { count: counts.withdrawn }) : undefined}
      />
      <Stat label={t('season.beforeConclusion')} value={formatInt(counts.beforeConclusion)} />
      <Stat
        label={t('season.forwarded')}
        value={formatInt(counts.forwarded)}
        note={counts.notForwarded > 0 ? t('season.notForwarded', { count: counts.notForwarded }) : undefined}
      />
      <Stat label={t('season.resultRecorded')} value={formatInt(counts.resultRecorded)} />
    </SimpleGrid>
  );
}

function OpenPoints({ season, onFill }: { season: Season; onFill: () => void }) {
  const { t } = useTranslation('awards');
  const nameOf = useOpenPointName(season.regime);
  if (season.openPoints.length === 0) return null;
  const canFill =
    season.allowedActions.includes('fillOpenPoints') &&
    season.openPoints.some(({ kind }) => kind !== 'reentryYears');
  return (
    <Section
      title={t('openPoints.title')}
      actions={
        canFill && (
          <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={onFill}>
            {t('fill.button')}
          </Button>
        )
      }
    >
      <Text size="sm" mb="xs">
        {t('openPoints.intro')}
      </Text>
      <List size="sm">
        {season.openPoints.map((point) => (
          <List.Item key={`${point.kind}${point.code ?? ''}`}>{nameOf(point)}</List.Item>
        ))}
      </List>
    </Section>
  );
}

function Blocked({ season }: { season: Season }) {
  const { t } = useTranslation('awards');
  const textOf = useBlockedText(season.regime);
  const blocked = season.blockedActions.flatMap((entry) =>
    isSeasonButton(entry.action) ? [{ ...entry, action: entry.action }] : [],
  );
  if (blocked.length === 0) return null;
  return (
    <Section title={t('blocked.title')}>
      <List size="sm">
        {blocked.map((entry) => (
          <List.Item key={entry.action}>
            {t('blocked.act', { act: t(`seasonActs.${entry.action}`), reason: textOf(entry) })}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

type DeadlinesProps = {
  season: Season;
  today: string | undefined;
  onExtend: (deadline: Deadline) => void;
};

/** The last days as they stand, and every time they were moved. */
function Deadlines({ season, today, onExtend }: DeadlinesProps) {
  const { t } = useTranslation('awards');
  if (season.deadlines.length === 0) {
    return (
      <Section title={t('season.deadlines')}>
        <Text size="sm" c="dimmed">
          {t('season.noDeadlines')}
        </Text>
      </Section>
    );
  }
  const mayExtend = season.allowedActions.includes('extendDeadline');
  const next = season.deadlines.find(({ date }) => today !== undefined && date >= today);
  return (
    <Section title={t('season.deadlines')}>
      <StackedTable
        columns={[
          { header: t('season.step'), cell: ({ kind }) => t(`deadlines.${kind}`) },
          {
            header: t('season.lastDay'),
            cell: (deadline) => (
              <Text size="sm" className="tabular" fw={deadline === next ? 600 : undefined}>
                {deadline === next
                  ? t('season.nextDeadline', { date: formatDate(deadline.date) })
                  : formatDate(deadline.date)}
              </Text>
            ),
          },
          {
            header: t('season.extensions'),
            cell: ({ extensions }) =>
              extensions.length === 0 ? (
                '—'
              ) : (
                <Stack gap={4}>
                  {extensions.map((moved) => (
                    <Text key={moved.to} size="sm">
                      {t('season.extended', {
                        from: formatDate(moved.from),
                        to: formatDate(moved.to),
                        on: formatDate(moved.on),
                        by: moved.byName,
                        reason: moved.reason,
                      })}
                    </Text>
                  ))}
                </Stack>
              ),
          },
        ]}
        rows={season.deadlines}
        rowId={({ kind }) => kind}
        actions={
          mayExtend
            ? {
                header: t('season.acts'),
                cell: (deadline) => (
                  <Button
                    size="compact-sm"
                    variant="default"
                    mih={32}
                    aria-label={t('extend.title', { name: t(`deadlines.${deadline.kind}`) })}
                    onClick={() => onExtend(deadline)}
                  >
                    {t('extend.verb')}
                  </Button>
                ),
              }
            : undefined
        }
      />
    </Section>
  );
}

function Rules({ season }: { season: Season }) {
  const { t } = useTranslation('awards');
  return (
    <Section title={t('season.rules')}>
      <RegimeRules
        regime={season.regime}
        year={season.year}
        operationMonths={season.operationMonths}
        productMarketMonths={season.productMarketMonths}
        reentry={
          season.reentryYears == null
            ? t('rules.reentryOpen')
            : t('rules.reentry', { count: season.reentryYears, source: season.reentrySource })
        }
      />
      {season.fillings.map((filling) => (
        <Text key={`${filling.on}${filling.values.source}`} size="sm" mt="sm">
          {t('season.filled', {
            on: formatDate(filling.on),
            by: filling.byName,
            source: filling.values.source,
          })}
        </Text>
      ))}
      <Space h="md" />
      <DescriptionList
        items={[
          {
            term: t('form.program'),
            value: season.programCode && `${season.programCode} – ${season.programTitle}`,
          },
          { term: t('season.createdBy'), value: season.createdByName },
          { term: t('season.openedOn'), value: season.openedOn && formatDate(season.openedOn) },
          { term: t('season.forwardedOn'), value: season.forwardedOn && formatDate(season.forwardedOn) },
        ]}
      />
      <Text size="xs" c="dimmed" mt="xs">
        {t('season.regimePinned', { name: inLanguage(season.regime.nameVi, season.regime.nameEn) })}
      </Text>
    </Section>
  );
}
