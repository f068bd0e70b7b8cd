import { Anchor, Button, Group, List, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { IconEdit, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/client';
import { inLanguage } from '@/shared/lib/labels';
import { may, type Permissions } from '@/shared/lib/permissions';
import { problemText } from '@/shared/lib/problem';
import { useDistricts, useReferenceList } from '@/shared/lib/reference-data';
import { formatDate, formatInt } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { DescriptionList } from '@/shared/ui/description-list';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { Stat } from '@/shared/ui/stat';
import { Contracts } from './contracts';
import { formatDays } from './course-list';
import { CourseTabs } from './course-tabs';
import './i18n';
import { useCourseAct, type Course, type VersionedCourse } from './queries';
import type { RegistrationSearch } from './search';
import { RegisterDialog } from './register-dialog';
import { Registrations } from './registrations';
import { BUTTON_ACTIONS, type ButtonAction } from './status';
import { CourseStageBadge } from './status-label';
import { Supervision } from './supervision';

type CoursePageProps = {
  answer: VersionedCourse;
  search: RegistrationSearch;
  /** Day of the business clock. */
  today: string;
  permissions: Permissions;
  /** The enterprises somebody acts for. */
  enterprises: readonly { id: string; name: string }[];
};

/** One course: what it is, how many seats are taken, who has registered. */
export function CoursePage({ answer, search, today, permissions, enterprises }: CoursePageProps) {
  const { t } = useTranslation('training');
  const { data: course } = answer;
  const [registering, setRegistering] = useState(false);
  const [action, setAction] = useState<ButtonAction | null>(null);
  const offered = BUTTON_ACTIONS.filter((candidate) => course.allowedActions.includes(candidate));
  const blocked = course.blockedActions.flatMap((entry) =>
    isButtonAction(entry.action) ? [{ ...entry, action: entry.action }] : [],
  );
  const mayRegister = course.allowedActions.includes('register');
  return (
    <>
      <PageHeader
        title={course.title}
        sub={
          <Group gap="xs" component="span">
            <CourseStageBadge stage={course.stage} />
            <span>
              {course.code} · {t(`kinds.${course.kind}`)} · {formatDays(course.startsOn, course.endsOn)}
            </span>
          </Group>
        }
        above={
          <LinkAnchor to="/courses" size="sm">
            {t('title')}
          </LinkAnchor>
        }
        actions={
          <>
            {offered.map((candidate) => (
              <Button
                key={candidate}
                variant={candidate === 'openRegistration' ? 'filled' : 'default'}
                color={candidate === 'cancel' ? 'red' : undefined}
                onClick={() => setAction(candidate)}
              >
                {t(`acts.${candidate}`)}
              </Button>
            ))}
            {course.allowedActions.includes('update') && (
              <LinkButton
                to="/courses/$courseId/edit"
                params={{ courseId: course.id }}
                variant="default"
                leftSection={<IconEdit size={16} aria-hidden />}
              >
                {t('edit')}
              </LinkButton>
            )}
            {mayRegister && (
              <Button
                leftSection={<IconUserPlus size={16} aria-hidden />}
                onClick={() => setRegistering(true)}
              >
                {t('register.button')}
              </Button>
            )}
          </>
        }
      />
      <CourseTabs courseId={course.id} current="about" />
      {course.isIllustrative && (
        <Banner tone="warning" title={t('illustrative.title')}>
          {t('illustrative.course')}
        </Banner>
      )}
      <Stack gap={0}>
        <Counts course={course} />
        {blocked.length > 0 && (
          <Section title={t('page.blocked')}>
            <List size="sm">
              {blocked.map((entry) => (
                <List.Item key={entry.action}>
                  {t('page.blockedAct', {
                    act: t(`acts.${entry.action}`),
                    reason: problemText(new ApiError(409, { code: entry.code, args: entry.args })).title,
                  })}
                </List.Item>
              ))}
            </List>
          </Section>
        )}
        <About course={course} />
        <Timetable course={course} />
        <Registrations course={course} search={search} isOffice={may(permissions, 'courses.manage')} />
        {may(permissions, 'trainingContracts.read') && (
          <>
            <Contracts
              course={course}
              today={today}
              mayManage={may(permissions, 'trainingContracts.manage')}
            />
            <Supervision
              course={course}
              today={today}
              mayManage={may(permissions, 'trainingContracts.manage')}
            />
          </>
        )}
      </Stack>
      {registering && (
        <RegisterDialog
          course={course}
          enterprises={enterprises}
          isOfficer={may(permissions, 'courses.decideRegistration')}
          onClose={() => setRegistering(false)}
        />
      )}
      {action !== null && <CourseActDialog answer={answer} action={action} onClose={() => setAction(null)} />}
    </>
  );
}

function isButtonAction(action: string): action is ButtonAction {
  return (BUTTON_ACTIONS as readonly string[]).includes(action);
}

function Counts({ course: { counts, registrationClosesOn, stage } }: { course: Course }) {
  const { t } = useTranslation('training');
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} mb="md">
      <Stat
        label={t('page.held')}
        value={t('list.seatsOf', { held: formatInt(counts.held), seats: formatInt(counts.seats) })}
        note={t('page.heldNote', { free: formatInt(counts.free) })}
        percent={(counts.held / counts.seats) * 100}
      />
      <Stat label={t('page.waiting')} value={formatInt(counts.waiting)} note={t('page.waitingNote')} />
      {(counts.offered > 0 || counts.awaitingApproval === 0) && (
        <Stat label={t('page.offered')} value={formatInt(counts.offered)} />
      )}
      {counts.awaitingApproval > 0 && (
        <Stat label={t('page.awaitingApproval')} value={formatInt(counts.awaitingApproval)} />
      )}
      {stage === 'registrationOpen' && (
        <Stat label={t('form.registrationClosesOn')} value={formatDate(registrationClosesOn)} />
      )}
    </SimpleGrid>
  );
}

function About({ course }: { course: Course }) {
  const { t } = useTranslation('training');
  const districts = useDistricts();
  const topics = useReferenceList('trainingTopics');
  const words = (items: readonly string[]) => items.join('; ');
  return (
    <Section title={t('page.about')}>
      {course.cancellationReason && (
        <Text size="sm" mb="sm">
          {t('page.cancelReason', { reason: course.cancellationReason })}
        </Text>
      )}
      {course.description && (
        <Text size="sm" mb="sm" style={{ whiteSpace: 'pre-line' }}>
          {course.description}
        </Text>
      )}
      <DescriptionList
        items={[
          {
            term: t('form.program'),
            value:
              course.programCode &&
              `${course.programCode} – ${inLanguage(course.programTitle ?? '', course.programTitleEn)}`,
          },
          { term: t('form.topics'), value: words(course.topics.map(topics.nameOf)) },
          { term: t('form.standards'), value: words(course.standards) },
          { term: t('form.coOrganizers'), value: words(course.coOrganizers) },
          { term: t('form.provider'), value: course.provider },
          { term: t('form.venue'), value: course.venue },
          { term: t('form.district'), value: course.districtCode && districts.nameOf(course.districtCode) },
          {
            term: t('form.audience'),
            value:
              course.audience.length === 0
                ? t('page.everybody')
                : words(course.audience.map((kind) => t(`participantKinds.${kind}`))),
          },
          { term: t('form.mode'), value: t(`modes.${course.mode}`) },
          ...(course.status === 'registrationOpen'
            ? [
                {
                  term: t('open.page'),
                  value: (
                    <LinkAnchor to="/courses/open/$courseId" params={{ courseId: course.id }}>
                      {t('open.pageLink')}
                    </LinkAnchor>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function Timetable({ course: { id, sessions } }: { course: Course }) {
  const { t } = useTranslation('training');
  return (
    <Section
      title={t('page.sessions')}
      actions={
        <Anchor underline="always" size="sm" href={`/api/v1/courses/${id}/calendar`} download>
          {t('page.toCalendar')}
        </Anchor>
      }
    >
      {sessions.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('page.noSessions')}
        </Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('form.sessionDate')}</Table.Th>
              <Table.Th>{t('form.sessionTitle')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.map((entry) => (
              <Table.Tr key={entry.id}>
                <Table.Td className="tabular" style={{ whiteSpace: 'nowrap', verticalAlign: 'top' }}>
                  {formatDate(entry.date)}
                  <br />
                  {entry.startsAt}–{entry.endsAt}
                </Table.Td>
                <Table.Td>
                  {entry.title}
                  <Text size="sm" c="dimmed">
                    {[t(`sessionKinds.${entry.kind}`), entry.room, entry.trainer].filter(Boolean).join(' · ')}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

type CourseActDialogProps = { answer: VersionedCourse; action: ButtonAction; onClose: () => void };

function CourseActDialog({ answer: { data: course, etag }, action, onClose }: CourseActDialogProps) {
  const { t } = useTranslation('training');
  const { mutateAsync } = useCourseAct(course.id);
  const needsReason = action === 'cancel';
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('confirm.title', { act: t(`acts.${action}`), name: course.title })}
      consequence={t(`confirm.${action}`)}
      verb={t(`acts.${action}`)}
      danger={needsReason}
      {...(needsReason && {
        reason: { label: t('confirm.reason'), hint: t('confirm.reasonHint'), required: true },
      })}
      onConfirm={async (reason) => {
        await mutateAsync({ action, etag, reason });
        notifyDone(t(`done.${action}`));
      }}
    />
  );
}
