import { Button, Group, List, SegmentedControl, Skeleton, Text, Title, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/shared/lib/vi';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { rangeOf, turn, weeksOf, type CalendarView } from './calendar-days';
import { courseSessionsQuery, type CalendarCourse, type CalendarSession } from './calendar-queries';
import { CalendarSubscription } from './calendar-subscription';
import classes from './calendar.module.css';
import { formatDays } from './course-list';
import './i18n';
import type { CalendarSearch } from './search';

const VIEWS = ['month', 'week', 'list'] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

type Entry = { session: CalendarSession; course: CalendarCourse };

/** When courses are held: by month, by week or as a list; a telephone shows the list. */
export function CalendarPage({ search, today }: { search: CalendarSearch; today: string }) {
  const { t, i18n } = useTranslation('training');
  const navigate = useNavigate();
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const view: CalendarView = isNarrow ? 'list' : (search.view ?? 'month');
  const on = search.on ?? today;
  const range = rangeOf(view, on);
  const query = useQuery(courseSessionsQuery(range.from, range.to));
  const go = (patch: CalendarSearch) =>
    void navigate({ to: '/courses/calendar', search: { ...search, ...patch } });
  const month = new Intl.DateTimeFormat(i18n.resolvedLanguage, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(new Date(`${on}T00:00:00Z`))
    .replace(/^./, (letter) => letter.toUpperCase());
  const title = view === 'week' ? formatDays(range.from, range.to) : month;
  return (
    <>
      <PageHeader
        title={t('calendar.title')}
        sub={t('calendar.sub')}
        above={
          <LinkAnchor to="/courses" size="sm" className="no-print">
            {t('title')}
          </LinkAnchor>
        }
        actions={<CalendarSubscription />}
      />
      <Group justify="space-between" mb="sm" className="no-print">
        <Group gap="xs">
          <Button
            variant="default"
            px="xs"
            aria-label={t(view === 'week' ? 'calendar.weekBefore' : 'calendar.monthBefore')}
            onClick={() => go({ on: turn(view, on, -1) })}
          >
            <IconChevronLeft size={18} aria-hidden />
          </Button>
          <Button variant="default" onClick={() => go({ on: undefined })}>
            {t('calendar.today')}
          </Button>
          <Button
            variant="default"
            px="xs"
            aria-label={t(view === 'week' ? 'calendar.weekAfter' : 'calendar.monthAfter')}
            onClick={() => go({ on: turn(view, on, 1) })}
          >
            <IconChevronRight size={18} aria-hidden />
          </Button>
        </Group>
        {!isNarrow && (
          <SegmentedControl
            aria-label={t('calendar.view')}
            value={view}
            onChange={(chosen) => go({ view: chosen as CalendarView })}
            data={VIEWS.map((value) => ({ value, label: t(`calendar.views.${value}`) }))}
          />
        )}
      </Group>
      <Title order={2} mb="sm" aria-live="polite">
        {title}
      </Title>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton height={420} aria-label={t('calendar.loading')} />}
      {query.data && (
        <Days
          view={view}
          on={on}
          today={today}
          courses={query.data.courses}
          sessions={query.data.sessions}
          title={title}
        />
      )}
    </>
  );
}

type DaysProps = {
  view: CalendarView;
  on: string;
  today: string;
  title: string;
  courses: CalendarCourse[];
  sessions: CalendarSession[];
};

function Days({ view, on, today, title, courses, sessions }: DaysProps) {
  const { t } = useTranslation('training');
  const byId = new Map(courses.map((course) => [course.id, course]));
  const entries = sessions.flatMap((session) => {
    const course = byId.get(session.courseId);
    return course ? [{ session, course }] : [];
  });
  const scheduled = new Set(entries.map(({ course }) => course.id));
  const unscheduled = courses.filter(({ id }) => !scheduled.has(id));
  return (
    <>
      {view === 'list' ? (
        <DayList entries={entries} />
      ) : (
        <Grid weeks={weeksOf(view, on)} view={view} on={on} today={today} entries={entries} title={title} />
      )}
      {unscheduled.length > 0 && (
        <Section title={t('calendar.unscheduled')} sub={t('calendar.unscheduledHint')}>
          <List size="sm">
            {unscheduled.map((course) => (
              <List.Item key={course.id}>
                <LinkAnchor to="/courses/$courseId" params={{ courseId: course.id }} size="sm">
                  {course.title}
                </LinkAnchor>{' '}
                ({formatDays(course.startsOn, course.endsOn)}, {t(`statuses.${course.status}`)})
              </List.Item>
            ))}
          </List>
        </Section>
      )}
    </>
  );
}

const clock = (time: string): string => time.slice(0, 5);

type GridProps = {
  weeks: string[][];
  view: CalendarView;
  on: string;
  today: string;
  title: string;
  entries: Entry[];
};

function Grid({ weeks, view, on, today, title, entries }: GridProps) {
  const { t } = useTranslation('training');
  return (
    <table className={classes.grid}>
      <caption>
        <VisuallyHidden>{t('calendar.caption', { title })}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {t(`calendar.weekdays.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days[0]}>
            {days.map((day) => {
              const isOther = view === 'month' && day.slice(0, 7) !== on.slice(0, 7);
              return (
                <td key={day} className={isOther ? classes.other : undefined}>
                  <time
                    dateTime={day}
                    className={clsx(classes.day, day === today && classes.today)}
                    aria-current={day === today ? 'date' : undefined}
                  >
                    {Number(day.slice(8))}
                    <VisuallyHidden>/{day.slice(5, 7)}</VisuallyHidden>
                  </time>
                  <ul className={classes.entries}>
                    {entries
                      .filter(({ session }) => session.date === day)
                      .map(({ session, course }) => (
                        <li key={session.id}>
                          <Link
                            to="/courses/$courseId"
                            params={{ courseId: course.id }}
                            className={clsx(classes.entry, view === 'month' && classes.short, toneOf(course))}
                            title={`${course.title} – ${session.title}`}
                          >
                            <strong>{clock(session.startsAt)}</strong> {course.title}
                            {view === 'week' && (
                              <>
                                <br />
                                {session.title}
                                {session.room != null && <>, {session.room}</>}
                              </>
                            )}
                            {course.status === 'cancelled' && <> ({t('statuses.cancelled')})</>}
                          </Link>
                        </li>
                      ))}
                  </ul>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function toneOf({ status }: CalendarCourse): string | undefined {
  if (status === 'cancelled') return classes.cancelled;
  return status === 'ended' ? classes.ended : undefined;
}

function DayList({ entries }: { entries: Entry[] }) {
  const { t } = useTranslation('training');
  const days = [...new Set(entries.map(({ session }) => session.date))];
  if (days.length === 0) return <EmptyState title={t('calendar.empty')} hint={t('calendar.emptyHint')} />;
  return days.map((day) => (
    <Section key={day} title={`${t(`calendar.weekdays.${weekdayOf(day)}`)}, ${formatDate(day)}`}>
      <List listStyleType="none" spacing="sm">
        {entries
          .filter(({ session }) => session.date === day)
          .map(({ session, course }) => (
            <List.Item key={session.id}>
              <Text size="sm" fw={600} component="span">
                {clock(session.startsAt)}–{clock(session.endsAt)}
              </Text>{' '}
              <LinkAnchor to="/courses/$courseId" params={{ courseId: course.id }} size="sm">
                {course.title}
              </LinkAnchor>
              <Text size="sm" c="dimmed">
                {[
                  t(`sessionKinds.${session.kind}`),
                  session.title,
                  session.room,
                  session.trainer,
                  course.status === 'cancelled' ? t('statuses.cancelled') : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </List.Item>
          ))}
      </List>
    </Section>
  ));
}

function weekdayOf(day: string): (typeof WEEKDAYS)[number] {
  return (((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as (typeof WEEKDAYS)[number];
}
