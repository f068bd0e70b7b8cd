import { Group, List, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '@/shared/lib/labels';
import { formatDate } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { DescriptionList } from '@/shared/ui/description-list';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { formatDays } from './course-list';
import './i18n';
import type { OpenCourse } from './public-queries';
import { SelfRegistrationForm } from './self-registration-form';
import { CourseStageBadge } from './status-label';

/** One course for everybody: what it is about, when and where, and the form to register. */
export function OpenCoursePage({ course }: { course: OpenCourse }) {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={course.title}
        sub={
          <Group gap="xs" component="span">
            <CourseStageBadge stage={course.stage} />
            <span>
              {t(`kinds.${course.kind}`)} · {formatDays(course.startsOn, course.endsOn)}
            </span>
          </Group>
        }
        above={
          <LinkAnchor to="/courses/open" size="sm">
            {t('open.title')}
          </LinkAnchor>
        }
      />
      <About course={course} />
      {course.sessions.length > 0 && <Timetable course={course} />}
      {course.takesRegistrations ? (
        <Section title={t('open.register')}>
          <Stack gap="md">
            {course.free === 0 && course.mode === 'open' && (
              <Banner title={t('open.fullNow', { waiting: course.waiting })} />
            )}
            {course.mode === 'approval' && <Banner title={t('open.approval')} />}
            <SelfRegistrationForm
              course={course}
              onRegistered={(secret) => void navigate({ to: '/register/$secret', params: { secret } })}
            />
          </Stack>
        </Section>
      ) : (
        <Banner tone="warning" title={t('open.closed')}>
          {course.cancellationReason ?? t('open.closedHint')}
        </Banner>
      )}
    </>
  );
}

/** What the organizer has not said is left out: to the public a dash says nothing. */
function known(term: string, value: string | null | undefined) {
  return value ? [{ term, value }] : [];
}

function About({ course }: { course: OpenCourse }) {
  const { t } = useTranslation('training');
  return (
    <Section title={t('page.about')}>
      <DescriptionList
        items={[
          ...(course.description
            ? [
                {
                  term: t('form.description'),
                  value: <span style={{ whiteSpace: 'pre-line' }}>{course.description}</span>,
                },
              ]
            : []),
          ...known(t('form.venue'), course.venue),
          ...known(
            t('form.topics'),
            course.topics.map(({ nameVi, nameEn }) => inLanguage(nameVi, nameEn)).join('; '),
          ),
          ...known(t('form.standards'), course.standards.join(', ')),
          ...known(t('form.provider'), course.provider),
          ...known(t('form.coOrganizers'), course.coOrganizers.join('; ')),
          {
            term: t('form.audience'),
            value:
              course.audience.length === 0
                ? t('page.everybody')
                : course.audience.map((kind) => t(`participantKinds.${kind}`)).join(', '),
          },
          { term: t('open.seats'), value: t('open.seatsFree', { count: course.seats, free: course.free }) },
          { term: t('form.registrationClosesOn'), value: formatDate(course.registrationClosesOn) },
          { term: t('open.organizer'), value: inLanguage(course.province.nameVi, course.province.nameEn) },
        ]}
      />
    </Section>
  );
}

function Timetable({ course }: { course: OpenCourse }) {
  const { t } = useTranslation('training');
  return (
    <Section title={t('page.sessions')}>
      <List size="sm" spacing={6} listStyleType="none">
        {course.sessions.map((session) => (
          <List.Item key={`${session.date}${session.startsAt}${session.title}${session.room ?? ''}`}>
            <Text size="sm" fw={600} className="tabular">
              {formatDate(session.date)}, {session.startsAt}–{session.endsAt}
            </Text>
            <Text size="sm">
              {[session.title, t(`sessionKinds.${session.kind}`), session.room, session.trainer]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
