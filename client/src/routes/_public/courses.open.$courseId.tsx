import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OpenCoursePage } from '@/features/training/open-course-page';
import { PublicAnswer } from '@/features/training/public-answer';
import { openCourseQuery } from '@/features/training/public-queries';

export const Route = createFileRoute('/_public/courses/open/$courseId')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(openCourseQuery(params.courseId));
  },
  component: OneOpenCoursePage,
});

function OneOpenCoursePage() {
  const { t } = useTranslation('training');
  const query = useQuery(openCourseQuery(Route.useParams().courseId));
  return (
    <PublicAnswer title={t('open.title')} query={query}>
      {(course) => <OpenCoursePage course={course} />}
    </PublicAnswer>
  );
}
