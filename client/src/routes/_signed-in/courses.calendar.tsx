import { createFileRoute } from '@tanstack/react-router';
import { businessClockQuery } from '@/features/calendar/queries';
import { CalendarPage } from '@/features/training/calendar-page';
import { calendarSearch } from '@/features/training/search';

export const Route = createFileRoute('/_signed-in/courses/calendar')({
  validateSearch: calendarSearch,
  loader: ({ context }) => context.queryClient.ensureQueryData(businessClockQuery),
  component: CourseCalendar,
});

function CourseCalendar() {
  const { today } = Route.useLoaderData();
  return <CalendarPage search={Route.useSearch()} today={today} />;
}
