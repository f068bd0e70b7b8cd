import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { CoursePage } from '@/features/training/course-page';
import { courseQuery, registrationSearch } from '@/features/training/queries';

export const Route = createFileRoute('/_signed-in/courses/$courseId/')({
  validateSearch: registrationSearch,
  loader: ({ context, params }) => context.queryClient.ensureQueryData(courseQuery(params.courseId)),
  component: OneCoursePage,
});

function OneCoursePage() {
  const { courseId } = Route.useParams();
  const search = Route.useSearch();
  const { session } = Route.useRouteContext();
  const { data: answer } = useSuspenseQuery(courseQuery(courseId));
  return (
    <CoursePage
      answer={answer}
      search={search}
      permissions={session.permissions}
      enterprises={session.enterprises}
    />
  );
}
