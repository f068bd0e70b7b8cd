import { Box, Button, Group, Stack, Text, Timeline } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { inLanguage } from '@/shared/lib/labels';
import { formatDate } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { DescriptionList } from '@/shared/ui/description-list';
import { EmptyState } from '@/shared/ui/empty-state';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { StatusBadge } from '@/shared/ui/status-badge';
import { ApplicationDialog, ContactDialog } from './act-dialog';
import './i18n';
import { useProspectAct, useRemoveProspect, type Act, type VersionedProspect } from './queries';
import { StageBadge } from './status-label';

type Action = VersionedProspect['data']['allowedActions'][number];

/** The way forward first; what undoes stands last. */
const BUTTONS: readonly Action[] = [
  'survey',
  'mobilize',
  'guide',
  'recordApplication',
  'decline',
  'takeBack',
  'remove',
];

type ProspectPageProps = { answer: VersionedProspect; today: string };

const named = (codes: readonly { nameVi: string; nameEn: string }[]) =>
  codes.map(({ nameVi, nameEn }) => inLanguage(nameVi, nameEn)).join(', ');

export function ProspectPage({ answer, today }: ProspectPageProps) {
  const { t } = useTranslation('outreach');
  const { data: prospect } = answer;
  const [asked, setAsked] = useState<Action | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <PageHeader
        title={prospect.enterpriseName}
        sub={<StageBadge stage={prospect.stage} />}
        above={
          <LinkAnchor to="/outreach/$campaignId" params={{ campaignId: prospect.campaignId }} size="sm">
            {prospect.campaignTitle}
          </LinkAnchor>
        }
      />
      {prospect.isIllustrative && (
        <Box mb="md">
          <Banner tone="info" title={t('illustrative')} />
        </Box>
      )}
      <Stack gap={0}>
        {(prospect.allowedActions.length > 0 || prospect.campaignStatus === 'closed') && (
          <Section title={t('prospect.next')}>
            {prospect.campaignStatus === 'closed' ? (
              <Text size="sm">{t('prospect.closed')}</Text>
            ) : (
              <Group gap="xs">
                {BUTTONS.filter((action) => prospect.allowedActions.includes(action)).map((action) => (
                  <Button
                    key={action}
                    variant={action === 'takeBack' || action === 'remove' ? 'subtle' : 'default'}
                    mih={44}
                    onClick={() => setAsked(action)}
                  >
                    {t(`acts.${action}`)}
                  </Button>
                ))}
              </Group>
            )}
          </Section>
        )}
        <Section title={t('prospect.about')}>
          <DescriptionList
            items={[
              {
                term: t('rows.enterprise'),
                value: (
                  <LinkAnchor
                    to="/enterprises/$enterpriseId"
                    params={{ enterpriseId: prospect.enterpriseId }}
                    size="sm"
                  >
                    {prospect.enterpriseName}
                  </LinkAnchor>
                ),
              },
              {
                term: t('prospect.district'),
                value: inLanguage(prospect.district.nameVi, prospect.district.nameEn),
              },
              { term: t('prospect.held'), value: named(prospect.heldSystems) || null },
              { term: t('prospect.reasons'), value: named(prospect.reasons) || null },
              { term: t('prospect.followUp'), value: prospect.followUpOn && formatDate(prospect.followUpOn) },
              {
                term: t('prospect.dossier'),
                value: prospect.enrollmentId && (
                  <LinkAnchor
                    to="/enrollments/$enrollmentId"
                    params={{ enrollmentId: prospect.enrollmentId }}
                    size="sm"
                  >
                    {prospect.enrollmentCode ?? t('prospect.dossier')}
                  </LinkAnchor>
                ),
              },
            ]}
          />
        </Section>
        <Section title={t('acts.title')}>
          {prospect.acts.length === 0 ? (
            <EmptyState title={t('acts.empty')} />
          ) : (
            <Timeline active={prospect.acts.length - 1} bulletSize={20} lineWidth={2}>
              {prospect.acts.map((act) => (
                <Timeline.Item key={act.id} title={<ActTitle act={act} />}>
                  <ActText act={act} />
                </Timeline.Item>
              ))}
            </Timeline>
          )}
        </Section>
      </Stack>
      {(asked === 'survey' || asked === 'mobilize' || asked === 'guide' || asked === 'decline') && (
        <ContactDialog answer={answer} action={asked} today={today} onClose={close} />
      )}
      {asked === 'recordApplication' && <ApplicationDialog answer={answer} onClose={close} />}
      {asked === 'takeBack' && <TakeBackDialog answer={answer} onClose={close} />}
      {asked === 'remove' && <RemoveDialog answer={answer} onClose={close} />}
    </>
  );
}

function ActTitle({ act }: { act: Act }) {
  const { t } = useTranslation('outreach');
  return (
    <Group gap="xs" component="span">
      <span>{`${formatDate(act.on)} · ${t(`kinds.${act.kind}`)}`}</span>
      {act.isTakenBack && (
        <StatusBadge tone="neutral">
          {t('acts.takenBackBy', { who: act.takenBackByName, reason: act.takenBackReason })}
        </StatusBadge>
      )}
    </Group>
  );
}

function ActText({ act }: { act: Act }) {
  const { t } = useTranslation('outreach');
  const lines = [
    act.kind !== 'application' &&
      t('acts.by', { who: act.carriedOutBy, channel: t(`channels.${act.channel}`) }),
    act.metWith && t('acts.met', { who: act.metWith }),
    named(act.reasons),
    act.heldSystems &&
      (act.heldSystems.length > 0 ? t('rows.held', { systems: named(act.heldSystems) }) : t('acts.noneHeld')),
    act.followUpOn && t('rows.followUpOn', { date: formatDate(act.followUpOn) }),
    act.note,
  ].filter(Boolean);
  return (
    <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
      {lines.join('\n')}
    </Text>
  );
}

function TakeBackDialog({ answer, onClose }: { answer: VersionedProspect; onClose: () => void }) {
  const { t } = useTranslation('outreach');
  const { mutateAsync } = useProspectAct(answer);
  const last = answer.data.acts.findLast(({ isTakenBack }) => !isTakenBack);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('campaign.confirm', { act: t('acts.takeBack'), name: answer.data.enterpriseName })}
      consequence={
        last && t('acts.takeBackConsequence', { kind: t(`kinds.${last.kind}`), date: formatDate(last.on) })
      }
      verb={t('acts.takeBack')}
      danger
      reason={{ label: t('acts.reason'), required: true }}
      onConfirm={async (reason) => {
        await mutateAsync({ act: { action: 'takeBack', body: { reason } }, key: newIdempotencyKey() });
        notifyDone(t('acts.takenBack'));
      }}
    />
  );
}

function RemoveDialog({ answer, onClose }: { answer: VersionedProspect; onClose: () => void }) {
  const { t } = useTranslation('outreach');
  const navigate = useNavigate();
  const { mutateAsync } = useRemoveProspect(answer);
  const { campaignId, enterpriseName } = answer.data;
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('campaign.confirm', { act: t('acts.remove'), name: enterpriseName })}
      consequence={t('acts.removeConsequence', { name: enterpriseName })}
      verb={t('acts.remove')}
      danger
      onConfirm={async () => {
        await mutateAsync();
        notifyDone(t('acts.removed'));
        await navigate({ to: '/outreach/$campaignId', params: { campaignId } });
      }}
    />
  );
}
