import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate } from '@/shared/lib/vi';
import { ProblemBanner } from '@/shared/ui/banner';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { StatusBadge } from '@/shared/ui/status-badge';
import { DeclareForm } from './declare';
import './i18n';
import { useRecordAttendance, type CouncilSession } from './queries';

type Subject = CouncilSession['subjects'][number];

type SessionPageProps = {
  session: CouncilSession;
  /** The way to the file of a matter, for whoever may open it. */
  fileOf: (subject: Subject) => ReactNode;
};

/** One session: its matters with the reader's own declaration, who is there, whether it can decide. */
export function SessionPage({ session, fileOf }: SessionPageProps) {
  const { t } = useTranslation('appraisals');
  const [declaring, setDeclaring] = useState<Subject | null>(null);
  const mayDeclare = session.allowedActions.includes('declare');
  return (
    <>
      <PageHeader
        title={t('sessions.of', { date: formatDate(session.heldOn) })}
        sub={session.place ?? undefined}
        above={
          <LinkAnchor
            to="/councils/$councilId"
            params={{ councilId: session.councilId }}
            size="sm"
            className="no-print"
          >
            {session.councilName}
          </LinkAnchor>
        }
      />
      <Section title={t('sessions.matters')}>
        <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {session.subjects.map((subject) => (
            <li key={subject.id}>
              <Group justify="space-between" gap="xs">
                <Text fw={600} size="sm">
                  {subject.title}
                </Text>
                {subject.standing != null && <Standing standing={subject.standing} />}
              </Group>
              <QuorumText quorum={subject.quorum} />
              <Group gap="xs" mt={4} className="no-print">
                {mayDeclare && subject.standing === 'notDeclared' && (
                  <Button
                    size="xs"
                    mih={36}
                    aria-label={`${t('declare.button')}: ${subject.title}`}
                    onClick={() => setDeclaring(subject)}
                  >
                    {t('declare.button')}
                  </Button>
                )}
                {subject.standing !== 'notDeclared' && subject.standing !== 'recused' && fileOf(subject)}
              </Group>
            </li>
          ))}
        </Stack>
      </Section>
      {/* Another list on record is another form. */}
      <Attendance key={session.seats.map(({ isPresent }) => Number(isPresent)).join('')} session={session} />
      {declaring && (
        <DeclareDialog session={session} subject={declaring} onClose={() => setDeclaring(null)} />
      )}
    </>
  );
}

function Standing({ standing }: { standing: NonNullable<Subject['standing']> }) {
  const { t } = useTranslation('appraisals');
  const tones = { notDeclared: 'supplement', none: 'approved', recused: 'rejected' } as const;
  return <StatusBadge tone={tones[standing]}>{t(`standings.${standing}`)}</StatusBadge>;
}

/** Whether the session can decide over a matter, and by which count. */
export function QuorumText({ quorum }: { quorum: Subject['quorum'] }) {
  const { t } = useTranslation('appraisals');
  return (
    <Text size="sm">
      {t(quorum.isMet ? 'quorum.met' : 'quorum.notMet', {
        present: quorum.present,
        members: quorum.members,
        required: quorum.required,
      })}
      {!quorum.chairPresent && ` ${t('quorum.noChair')}`}
    </Text>
  );
}

function Attendance({ session }: { session: CouncilSession }) {
  const { t } = useTranslation('appraisals');
  const { mutate, isPending, error } = useRecordAttendance(session.id);
  const [present, setPresent] = useState(() =>
    session.seats.filter(({ isPresent }) => isPresent).map(({ memberId }) => memberId),
  );
  const mayRecord = session.allowedActions.includes('recordAttendance');
  return (
    <Section title={t('attendance.title')} sub={t('attendance.sub')}>
      {error && <ProblemBanner error={error} />}
      <Checkbox.Group
        value={present}
        onChange={setPresent}
        aria-label={t('attendance.title')}
        readOnly={!mayRecord}
      >
        <Stack gap="xs">
          {session.seats.map((seat) => (
            <Group key={seat.memberId} gap="xs">
              <Checkbox
                value={seat.memberId}
                disabled={!mayRecord}
                label={[seat.fullName, t(`roles.${seat.role}`), seat.agency].filter(Boolean).join(' – ')}
              />
              {seat.recusedFrom.length > 0 && (
                <StatusBadge tone="rejected">
                  {t('attendance.recused', { count: seat.recusedFrom.length })}
                </StatusBadge>
              )}
              {seat.declaredOn.length < session.subjects.length && (
                <Text size="sm" c="dimmed">
                  {t('attendance.undeclared', { count: session.subjects.length - seat.declaredOn.length })}
                </Text>
              )}
            </Group>
          ))}
        </Stack>
      </Checkbox.Group>
      {mayRecord && (
        <Button
          mt="md"
          variant="default"
          loading={isPending}
          className="no-print"
          onClick={() => mutate(present, { onSuccess: () => notifyDone(t('attendance.done')) })}
        >
          {t('attendance.verb')}
        </Button>
      )}
    </Section>
  );
}

type DeclareDialogProps = { session: CouncilSession; subject: Subject; onClose: () => void };

function DeclareDialog({ session, subject, onClose }: DeclareDialogProps) {
  useReturnFocus();
  const { t } = useTranslation('appraisals');
  return (
    <Modal opened onClose={onClose} title={t('declare.title')} size="md">
      <Text size="sm" mb="md">
        {subject.title}
      </Text>
      <DeclareForm
        sessionId={session.id}
        subjectId={subject.id}
        onCancel={onClose}
        onDeclared={() => {
          notifyDone(t('declare.done'));
          onClose();
        }}
      />
    </Modal>
  );
}
