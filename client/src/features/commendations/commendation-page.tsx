import { Button, Group, List, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/client';
import { inLanguage } from '@/shared/lib/labels';
import { problemText } from '@/shared/lib/problem';
import { formatDate } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { DescriptionList } from '@/shared/ui/description-list';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { Timeline } from '@/shared/ui/timeline';
import { ActDialog } from './act-dialogs';
import classes from './commendations.module.css';
import './i18n';
import { Papers } from './papers';
import type { Commendation, VersionedCommendation } from './queries';
import { BUTTON_ACTIONS, DANGEROUS, type ButtonAction } from './status';
import { CommendationStatusBadge } from './status-label';

type CommendationPageProps = {
  answer: VersionedCommendation;
  /** Business date, yyyy-MM-dd. */
  today: string;
};

/** One collective or person: who it is, for what, and where the proposal stands. */
export function CommendationPage({ answer, today }: CommendationPageProps) {
  const { t } = useTranslation('commendations');
  const { data: proposal } = answer;
  const [opened, setOpened] = useState<ButtonAction | null>(null);
  return (
    <>
      <PageHeader
        title={proposal.name}
        above={
          <LinkAnchor to="/commendations" size="sm" className="no-print">
            {t('title')}
          </LinkAnchor>
        }
        sub={
          <span className={classes.sub}>
            <CommendationStatusBadge status={proposal.status} />
            <span>{proposal.code}</span>
            <span>{t(`kinds.${proposal.kind}`)}</span>
          </span>
        }
        actions={
          proposal.allowedActions.includes('update') && (
            <LinkButton
              to="/commendations/$proposalId/edit"
              params={{ proposalId: proposal.id }}
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
            >
              {t('edit')}
            </LinkButton>
          )
        }
      />
      <Namesakes proposal={proposal} />
      <div className={classes.page}>
        <div className={classes.next}>
          <WhatNext proposal={proposal} onAct={setOpened} />
        </div>
        <div className={classes.main}>
          <Facts proposal={proposal} />
          <Papers answer={answer} />
        </div>
        <div className={classes.history}>
          <Section title={t('history.title')}>
            <Timeline
              entries={proposal.timeline.map((entry) => ({
                id: String(entry.sequence),
                at: entry.at,
                title: t(`history.${(entry.action ?? 'proposed') as 'proposed'}`),
                by: entry.byName,
                ...(entry.reason != null && { text: entry.reason }),
              }))}
            />
          </Section>
        </div>
      </div>
      {opened && <ActDialog action={opened} answer={answer} today={today} onClose={() => setOpened(null)} />}
    </>
  );
}

/** The same person proposed twice, or two people of one name: somebody has to look. */
function Namesakes({ proposal: { namesakes } }: { proposal: Commendation }) {
  const { t } = useTranslation('commendations');
  if (namesakes.length === 0) return null;
  return (
    <Banner tone="info" title={t('namesakes.title', { count: namesakes.length })}>
      <Text size="sm">{t('namesakes.text')}</Text>
      <List size="sm" mt={4}>
        {namesakes.map(({ id, code, agency, status }) => (
          <List.Item key={id}>
            <LinkAnchor
              to="/commendations/$proposalId"
              params={{ proposalId: id }}
              size="sm"
              underline="always"
            >
              {code}
            </LinkAnchor>{' '}
            {[agency, t(`statuses.${status}`)].filter(Boolean).join(' · ')}
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}

type WhatNextProps = { proposal: Commendation; onAct: (action: ButtonAction) => void };

/** Where the proposal stands, what the reader can do now, and why the rest does not go yet. */
function WhatNext({ proposal, onAct }: WhatNextProps) {
  const { t } = useTranslation('commendations');
  const { status, allowedActions, blockedActions, endReason } = proposal;
  const offered = BUTTON_ACTIONS.filter((action) => allowedActions.includes(action));
  const blocked = BUTTON_ACTIONS.flatMap((action) => {
    const entry = blockedActions.find((known) => known.action === action);
    return entry ? [{ action, code: entry.code, args: entry.args }] : [];
  });
  const isReady =
    status === 'reviewed' &&
    proposal.documents.some(({ kind, isOfEarlierMeeting }) => kind === 'minutes' && !isOfEarlierMeeting);
  const main = offered.find((action) => !DANGEROUS.has(action) && action !== 'sendBack');
  return (
    <Section title={t('next.title')}>
      <Text size="sm" mb="sm">
        {t(isReady ? 'next.ready' : `next.${status}`)}
      </Text>
      {endReason != null && (
        <Text size="sm" mb="sm" className={classes.wrap}>
          {t('next.endReason', { reason: endReason })}
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
      {blocked.map(({ action, code, args }) => {
        const { title, detail } = problemText(new ApiError(409, { code, args }));
        return (
          <Text key={action} size="sm" mt="sm">
            {t('next.blocked', { act: t(`acts.${action}`), reason: `${title}. ${detail}` })}
          </Text>
        );
      })}
    </Section>
  );
}

function Facts({ proposal }: { proposal: Commendation }) {
  const { t } = useTranslation('commendations');
  const { review, decision } = proposal;
  return (
    <Section title={t('facts.title')}>
      <DescriptionList
        items={[
          { term: t(`form.names.${proposal.kind}`), value: proposal.name },
          { term: t('form.agency'), value: proposal.agency },
          {
            term: t('form.enterprise'),
            value:
              proposal.enterpriseId == null ? null : (
                <LinkAnchor
                  to="/enterprises/$enterpriseId"
                  params={{ enterpriseId: proposal.enterpriseId }}
                  size="sm"
                  underline="always"
                >
                  {proposal.enterpriseName}
                </LinkAnchor>
              ),
          },
          { term: t('form.form'), value: inLanguage(proposal.form.nameVi, proposal.form.nameEn) },
          {
            term: t('form.achievement'),
            value: <span className={classes.wrap}>{proposal.achievement}</span>,
          },
          {
            term: t('form.program'),
            value: t('facts.program', {
              code: proposal.programCode,
              title: proposal.programTitle,
              year: proposal.year,
            }),
          },
          {
            term: t('facts.review'),
            value: review && t('facts.reviewOf', { date: formatDate(review.metOn), minutes: review.minutes }),
          },
          {
            term: t('facts.submittedOn'),
            value: proposal.submittedOn && formatDate(proposal.submittedOn),
          },
          {
            term: t('facts.decision'),
            value:
              decision &&
              t('facts.decisionOf', {
                number: decision.number,
                date: formatDate(decision.date),
                form: inLanguage(decision.form.nameVi, decision.form.nameEn),
              }),
          },
        ]}
      />
    </Section>
  );
}
