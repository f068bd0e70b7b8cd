import { Button, CopyButton, Group, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { DescriptionList } from '@/shared/ui/description-list';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { formatDays } from './course-list';
import { ownEvaluationQuery } from './evaluation-queries';
import './i18n';
import { useOwnAct, type OwnAction, type OwnRegistration } from './public-queries';

const TONES = {
  registered: 'success',
  offered: 'warning',
  waitlisted: 'info',
  awaitingApproval: 'info',
  cancelled: 'info',
  declined: 'error',
  lapsed: 'warning',
} as const;

/** What somebody sees who comes back by his personal link. */
export function OwnRegistrationPage({ own, secret }: { own: OwnRegistration; secret: string }) {
  const { t } = useTranslation('training');
  const [action, setAction] = useState<OwnAction | null>(null);
  const act = useOwnAct(secret);
  return (
    <>
      <PageHeader
        title={t('own.title')}
        above={
          <LinkAnchor to="/courses/open/$courseId" params={{ courseId: own.courseId }} size="sm">
            {own.courseTitle}
          </LinkAnchor>
        }
      />
      <Banner tone={TONES[own.status]} title={statusText(own, t)}>
        {own.status === 'offered' && t('own.offeredHint', { time: formatDateTime(own.confirmBy) })}
        {own.status === 'waitlisted' && t('own.waitlistedHint')}
        {own.reason != null && t('own.reason', { reason: own.reason })}
      </Banner>
      <Group gap="xs" my="md" className="no-print">
        {own.allowedActions.includes('confirm') && (
          <Button onClick={() => setAction('confirm')}>{t('registrations.confirmSeat')}</Button>
        )}
        {own.allowedActions.includes('cancel') && (
          <Button variant="default" color="red" onClick={() => setAction('cancel')}>
            {t('registrations.cancel')}
          </Button>
        )}
        {own.mayRegisterAgain && (
          <LinkButton to="/courses/open/$courseId" params={{ courseId: own.courseId }}>
            {t('own.again')}
          </LinkButton>
        )}
      </Group>
      <OwnEvaluation own={own} secret={secret} />
      <Section title={t('own.details')}>
        <DescriptionList
          items={[
            { term: t('registrations.name'), value: own.fullName },
            { term: t('register.participantKind'), value: t(`participantKinds.${own.participantKind}`) },
            { term: t('registrations.organization'), value: own.organizationName },
            { term: t('own.personalCode'), value: own.personalCode },
            { term: t('own.course'), value: `${own.courseTitle} (${own.courseCode})` },
            { term: t('list.startsOn'), value: formatDays(own.startsOn, own.endsOn) },
            { term: t('form.venue'), value: own.venue },
            { term: t('registrations.registeredAt'), value: formatDateTime(own.registeredAt) },
          ]}
        />
      </Section>
      <Section title={t('own.link')} sub={t('own.linkHint')}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {window.location.href}
        </Text>
        <CopyButton value={window.location.href}>
          {({ copied, copy }) => (
            <Button
              mt="xs"
              variant="default"
              className="no-print"
              leftSection={<IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {t(copied ? 'own.copied' : 'own.copy')}
            </Button>
          )}
        </CopyButton>
      </Section>
      {action !== null && (
        <ConfirmDialog
          opened
          onClose={() => setAction(null)}
          title={t(action === 'confirm' ? 'registrations.confirmSeat' : 'registrations.cancel')}
          consequence={t(`own.${action}Consequence`)}
          verb={t(action === 'confirm' ? 'registrations.confirmSeat' : 'registrations.cancel')}
          danger={action === 'cancel'}
          onConfirm={async () => {
            await act.mutateAsync(action);
            notifyDone(t(`own.${action}Done`));
          }}
        />
      )}
    </>
  );
}

/** Only where there is something to do, or to be thanked for. */
function OwnEvaluation({ own, secret }: { own: OwnRegistration; secret: string }) {
  const { t } = useTranslation('training');
  const { data } = useQuery(ownEvaluationQuery(secret));
  if (data === undefined || data.status === 'notOpen') return null;
  return (
    <Section title={t('evaluation.own')}>
      {data.status === 'open' && data.token != null ? (
        <>
          <Text mb="sm">{t('evaluation.ownHint', { date: formatDate(data.lastDay) })}</Text>
          <LinkButton to="/evaluate/$token" params={{ token: data.token }} hash={own.personalCode}>
            {t('evaluation.ownVerb')}
          </LinkButton>
        </>
      ) : (
        <Text>{t('evaluation.ownAnswered')}</Text>
      )}
    </Section>
  );
}

function statusText(own: OwnRegistration, t: ReturnType<typeof useTranslation<'training'>>['t']): string {
  switch (own.status) {
    case 'registered':
      return t('own.registered', { seat: own.seatNumber });
    case 'offered':
      return t('own.offered', { seat: own.seatNumber });
    case 'waitlisted':
      return t('own.waitlisted', { position: own.position });
    default:
      return t(`own.${own.status}`);
  }
}
