import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { OpenCoursePage } from '@/features/training/open-course-page';
import { openCourseQuery } from '@/features/training/public-queries';

export const Route = createFileRoute('/_public/courses/open/$courseId')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(openCourseQuery(params.courseId)),
  component: OneOpenCoursePage,
});

function OneOpenCoursePage() {
  const { courseId } = Route.useParams();
  const { data: course } = useSuspenseQuery(openCourseQuery(courseId));
  return <OpenCoursePage course={course} />;
}
