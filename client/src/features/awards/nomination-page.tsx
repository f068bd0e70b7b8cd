import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiError, type Schemas } from '@/api/client';
import { inLanguage } from '@/shared/lib/labels';
import { applyProblem, problemText, type AppliedProblem } from '@/shared/lib/problem';
import { useAutosave } from '@/shared/lib/use-autosave';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { DescriptionList } from '@/shared/ui/description-list';
import { LeaveGuard } from '@/shared/ui/leave-guard';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { Timeline } from '@/shared/ui/timeline';
import { Assessment } from './assessment';
import { AssessmentDialog, type AssessmentAct } from './assessment-dialogs';
import { Dossier } from './dossier';
import { DraftForm } from './draft-form';
import { draftSchema, toContent, toDraft, type Draft } from './draft';
import { Eligibility } from './eligibility';
import './i18n';
import { ConfirmEligibilityDialog, NominationActDialog } from './nomination-dialogs';
import classes from './nomination.module.css';
import {
  nominationQuery,
  reloadNomination,
  rememberNomination,
  updateNomination,
  type Nomination,
  type Season,
  type VersionedNomination,
} from './queries';
import { DANGEROUS, NOMINATION_ACTIONS, type Confirmable, type NominationButton } from './status';
import { NominationStatusBadge } from './status-label';
import { Steps } from './steps';
import { partName, useBlockedText } from './words';

type NominationPageProps = {
  answer: VersionedNomination;
  season: Season;
  /** Business date, yyyy-MM-dd. */
  today: string | undefined;
  /** Sessions of councils over this nomination, as far as the reader sees them. */
  sessions: readonly Schemas['CouncilSessionDetails'][];
};

type Opened = { action: NominationButton } | { condition: Confirmable } | { assess: AssessmentAct };

/** One organization in one season: where it stands, what is asked of it, what it says of itself. */
export function NominationPage({ answer, season, today, sessions }: NominationPageProps) {
  const { t } = useTranslation('awards');
  const client = useQueryClient();
  const { data: nomination, etag } = answer;
  const { id, seasonId, status } = nomination;
  const { regime } = season;
  const mayEdit = nomination.allowedActions.includes('update');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [refused, setRefused] = useState<AppliedProblem | null>(null);
  const form = useForm<Draft>({
    resolver: useMemo(() => zodResolver(draftSchema(regime)), [regime]),
    mode: 'onChange',
    defaultValues: toDraft(nomination, regime),
  });
  const onRefused = useCallback((error: unknown) => setRefused(applyProblem(error, form)), [form]);
  const store = useCallback(
    async (draft: Draft, from: string) => {
      const stored = await updateNomination({ id, seasonId }, from, toContent(draft));
      rememberNomination(client, stored);
      return stored.etag;
    },
    [client, id, seasonId],
  );
  const autosave = useAutosave(etag, store, onRefused);
  const { change, continueFrom, flush, follow } = autosave;
  const onChange = useCallback(
    (draft: Draft) => {
      setRefused(null);
      change(draft);
    },
    [change],
  );

  const latest = async () => {
    await reloadNomination(client, nomination);
    return client.getQueryData(nominationQuery(seasonId, id).queryKey) ?? answer;
  };

  /** A paper that came or went makes a new version: the draft goes on from there. */
  const during = async (work: () => Promise<unknown>) => {
    // A draft that could not be stored is no reason to refuse a paper.
    await flush().catch(() => undefined);
    await work();
    follow((await latest()).etag);
  };

  const takeLatest = async () => {
    const newest = await latest();
    form.reset(toDraft(newest.data, regime));
    autosave.discard(newest.etag);
  };
  const keepMine = async () => continueFrom((await latest()).etag);
  const isStale = autosave.error instanceof ApiError && autosave.error.status === 412;
  const openRound = status === 'dossierIncomplete' ? nomination.supplements.at(-1) : undefined;
  const dialog = {
    answer,
    beforeAct: flush,
    afterAct: continueFrom,
    onClose: () => setOpened(null),
  };

  return (
    <>
      <PageHeader
        title={nomination.enterpriseName}
        above={
          <LinkAnchor
            to="/awards/$seasonId"
            params={{ seasonId: nomination.seasonId }}
            size="sm"
            className="no-print"
          >
            {nomination.seasonTitle}
          </LinkAnchor>
        }
        sub={
          <span className={classes.sub}>
            <NominationStatusBadge status={status} />
            <span>{nomination.code}</span>
            {nomination.type != null && <span>{t(`types.${nomination.type}`)}</span>}
          </span>
        }
      />
      <Steps status={status} before={nomination.timeline.at(-1)?.from} />
      {openRound && (
        <Banner tone="warning" title={t('rounds.title', { date: formatDate(openRound.deadline) })}>
          {openRound.reason}
          <List size="sm" mt={4}>
            {openRound.parts.map((part) => (
              <List.Item key={part}>{partName(regime, part)}</List.Item>
            ))}
          </List>
        </Banner>
      )}
      <div className={classes.page}>
        <div className={classes.next}>
          <WhatNext
            nomination={nomination}
            season={season}
            today={today}
            onAct={(action) => setOpened({ action })}
          />
        </div>
        <div className={classes.main}>
          <Assessment
            nomination={nomination}
            season={season}
            hasSeat={sessions.some(({ ownMemberId }) => ownMemberId != null)}
            onAct={(assess) => setOpened({ assess })}
          />
          <Eligibility
            nomination={nomination}
            season={season}
            onConfirm={(condition) => setOpened({ condition })}
          />
          <Dossier nomination={nomination} during={during} />
          {mayEdit ? (
            <DraftForm
              form={form}
              season={season}
              onChange={onChange}
              saving={{ state: autosave.state, savedAt: autosave.savedAt }}
              refused={refused}
              conflict={
                isStale ? (
                  <Conflict onLatest={() => void takeLatest()} onMine={() => void keepMine()} />
                ) : null
              }
            />
          ) : (
            <Written nomination={nomination} season={season} />
          )}
        </div>
        <div className={classes.history}>
          <Section title={t('history.title')}>
            <History nomination={nomination} />
          </Section>
        </div>
      </div>
      {opened && 'action' in opened && (
        <NominationActDialog {...dialog} action={opened.action} regime={regime} today={today} />
      )}
      {opened && 'condition' in opened && (
        <ConfirmEligibilityDialog {...dialog} condition={opened.condition} />
      )}
      {opened && 'assess' in opened && (
        <AssessmentDialog {...dialog} act={opened.assess} season={season} sessions={sessions} />
      )}
      <LeaveGuard when={autosave.isUnsaved} />
    </>
  );
}

function Conflict({ onLatest, onMine }: { onLatest: () => void; onMine: () => void }) {
  const { t } = useTranslation('awards');
  const { title, detail } = problemText(new ApiError(412, {}));
  return (
    <Banner
      tone="warning"
      title={title}
      action={
        <Group gap="xs">
          <Button size="xs" variant="default" mih={36} onClick={onLatest}>
            {t('conflict.latest')}
          </Button>
          <Button size="xs" variant="default" mih={36} onClick={onMine}>
            {t('conflict.mine')}
          </Button>
        </Group>
      }
    >
      {detail}
    </Banner>
  );
}

function isNominationButton(action: string): action is NominationButton {
  return (NOMINATION_ACTIONS as readonly string[]).includes(action);
}

type WhatNextProps = {
  nomination: Nomination;
  season: Season;
  today: string | undefined;
  onAct: (action: NominationButton) => void;
};

/** Where the nomination stands, what the reader can do now, and why the rest does not go yet. */
function WhatNext({ nomination, season, today, onAct }: WhatNextProps) {
  const { t } = useTranslation('awards');
  const textOf = useBlockedText(season.regime);
  const { status, allowedActions, blockedActions, checkDueOn } = nomination;
  const offered = NOMINATION_ACTIONS.filter((action) => allowedActions.includes(action));
  const blocked = blockedActions.flatMap((entry) =>
    isNominationButton(entry.action) ? [{ ...entry, action: entry.action }] : [],
  );
  const main = offered.find((action) => !DANGEROUS.has(action));
  const isLate = checkDueOn != null && today !== undefined && today > checkDueOn;
  const dossierDay = season.deadlines.find(({ kind }) => kind === 'dossier')?.date;
  return (
    <Section title={t('next.title')}>
      <Text size="sm" mb="sm">
        {t(`next.${status}`)}
      </Text>
      {status === 'registered' && dossierDay != null && (
        <Text size="sm" mb="sm" fw={600}>
          {t('next.dossierDay', { date: formatDate(dossierDay) })}
        </Text>
      )}
      {status === 'dossierSubmitted' && checkDueOn != null && (
        <Text size="sm" mb="sm" fw={600} c={isLate ? 'red.8' : undefined}>
          {t(isLate ? 'next.checkLate' : 'next.checkDue', {
            days: season.regime.checkWorkingDays,
            date: formatDate(checkDueOn),
          })}
        </Text>
      )}
      {nomination.endReason != null && (
        <Text size="sm" mb="sm">
          {t('next.endReason', { reason: nomination.endReason })}
        </Text>
      )}
      {offered.length === 0 && blocked.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('next.nothing')}
        </Text>
      )}
      {offered.length > 0 && (
        <Group gap="xs" className="no-print">
          {offered.map((action) => (
            <Button
              key={action}
              variant={action === main ? 'filled' : 'default'}
              c={DANGEROUS.has(action) ? 'red.8' : undefined}
              mih={44}
              onClick={() => onAct(action)}
            >
              {t(`acts.${action}`)}
            </Button>
          ))}
        </Group>
      )}
      {blocked.length > 0 && (
        <>
          <Text size="sm" fw={600} mt="sm">
            {t('blocked.title')}
          </Text>
          <List size="sm" mt={4}>
            {blocked.map((entry) => (
              <List.Item key={entry.action}>
                {t('blocked.act', { act: t(`acts.${entry.action}`), reason: textOf(entry) })}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Section>
  );
}

/** What the organization has written, for whoever only reads it. */
function Written({ nomination, season }: { nomination: Nomination; season: Season }) {
  const { t } = useTranslation('awards');
  const { declarations, selfAssessment } = nomination;
  const answer = (value: boolean | null | undefined) => (value == null ? null : value ? t('yes') : t('no'));
  return (
    <>
      <Section title={t('profile.title')}>
        <DescriptionList
          items={[
            {
              term: t('profile.activity'),
              value: nomination.activity && t(`activities.${nomination.activity}`),
            },
            {
              term: t('profile.officialEmployees'),
              value: nomination.officialEmployees == null ? null : formatInt(nomination.officialEmployees),
            },
            { term: t('profile.isLegalPerson'), value: answer(declarations.isLegalPerson) },
            { term: t('profile.operatesContinuously'), value: answer(declarations.operatesContinuously) },
            { term: t('profile.hasViolation'), value: answer(declarations.hasViolation) },
            ...(season.productMarketMonths == null
              ? []
              : [
                  {
                    term: t('profile.marketedSince'),
                    value: declarations.marketedSince && formatDate(declarations.marketedSince),
                  },
                ]),
          ]}
        />
      </Section>
      <Section
        title={t('self.title')}
        sub={
          nomination.selfTotal == null
            ? t('self.incomplete')
            : t('self.total', {
                points: formatInt(nomination.selfTotal),
                max: formatInt(season.regime.maxPoints),
              })
        }
      >
        <ul className={classes.list}>
          {season.regime.criteria.map((criterion, index) => {
            const own = selfAssessment.find((entry) => entry.criterion === criterion.code);
            return (
              <li key={criterion.code} className={classes.item}>
                <div className={classes.head}>
                  <Text size="sm" fw={600}>
                    {t('self.criterion', {
                      number: index + 1,
                      name: inLanguage(criterion.nameVi, criterion.nameEn),
                    })}
                  </Text>
                  <Text size="sm" className="tabular">
                    {t('self.pointsOf', {
                      points: own?.points == null ? '—' : formatInt(own.points),
                      max: formatInt(criterion.maxPoints),
                    })}
                  </Text>
                </div>
                {own?.text != null && (
                  <Text size="sm" className={classes.wrap}>
                    {own.text}
                  </Text>
                )}
                {own?.evidence != null && own.evidence.length > 0 && (
                  <List size="sm">
                    {own.evidence.map((line) => (
                      <List.Item key={line}>{line}</List.Item>
                    ))}
                  </List>
                )}
              </li>
            );
          })}
        </ul>
      </Section>
    </>
  );
}

function History({ nomination }: { nomination: Nomination }) {
  const { t } = useTranslation('awards');
  return (
    <Stack gap="sm">
      <DescriptionList
        items={[
          { term: t('nominations.nominatedBy'), value: t(`parties.${nomination.nominatedBy}`) },
          { term: t('nominate.registeredOn'), value: formatDate(nomination.registeredOn) },
          ...(nomination.outreachNote == null
            ? []
            : [{ term: t('nominate.outreachNote'), value: nomination.outreachNote }]),
        ]}
      />
      <Timeline
        entries={nomination.timeline.map((entry) => ({
          id: String(entry.sequence),
          at: entry.at,
          title: entry.action == null ? t('history.registered') : t(`history.${entry.action as 'accept'}`),
          by: entry.byName,
          ...(entry.reason != null && { text: entry.reason }),
        }))}
      />
      {nomination.supplements.map((round) => (
        <Text key={`${round.requestedOn}${round.deadline}`} size="sm">
          {t(round.isLate ? 'rounds.lineLate' : 'rounds.line', {
            on: formatDate(round.requestedOn),
            deadline: formatDate(round.deadline),
          })}{' '}
          {round.resubmittedOn != null && t('rounds.answered', { date: formatDate(round.resubmittedOn) })}
        </Text>
      ))}
    </Stack>
  );
}
