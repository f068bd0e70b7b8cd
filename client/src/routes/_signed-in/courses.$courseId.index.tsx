import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { businessClockQuery } from '@/features/calendar/queries';
import { contractsQuery, supervisionQuery } from '@/features/training/contract-queries';
import { CoursePage } from '@/features/training/course-page';
import { courseQuery } from '@/features/training/queries';
import { registrationSearch } from '@/features/training/search';
import { may } from '@/shared/lib/permissions';

export const Route = createFileRoute('/_signed-in/courses/$courseId/')({
  validateSearch: registrationSearch,
  loader: ({ context, params }) =>
    Promise.all([
      context.queryClient.ensureQueryData(courseQuery(params.courseId)),
      context.queryClient.ensureQueryData(businessClockQuery),
      ...(may(context.session.permissions, 'trainingContracts.read')
        ? [
            context.queryClient.ensureQueryData(contractsQuery(params.courseId)),
            context.queryClient.ensureQueryData(supervisionQuery(params.courseId)),
          ]
        : []),
    ]),
  component: OneCoursePage,
});

function OneCoursePage() {
  const { courseId } = Route.useParams();
  const search = Route.useSearch();
  const { session } = Route.useRouteContext();
  const { data: answer } = useSuspenseQuery(courseQuery(courseId));
  const { data: clock } = useSuspenseQuery(businessClockQuery);
  return (
    <CoursePage
      answer={answer}
      search={search}
      today={clock.today}
      permissions={session.permissions}
      enterprises={session.enterprises}
    />
  );
}
