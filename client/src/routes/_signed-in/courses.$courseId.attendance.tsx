import { Skeleton } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AttendanceBoardView } from '@/features/training/attendance-board';
import { boardQuery } from '@/features/training/attendance-queries';
import { CourseTabs } from '@/features/training/course-tabs';
import { courseQuery } from '@/features/training/queries';
import { ErrorState } from '@/shared/ui/error-state';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/courses/$courseId/attendance')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(courseQuery(params.courseId)),
  component: AttendancePage,
});

function AttendancePage() {
  const { t } = useTranslation('training');
  const { courseId } = Route.useParams();
  const { data: answer } = useSuspenseQuery(courseQuery(courseId));
  const query = useQuery(boardQuery(courseId));
  return (
    <>
      <PageHeader
        title={t('attendance.title')}
        sub={`${answer.data.title} (${answer.data.code})`}
        above={
          <LinkAnchor to="/courses" size="sm">
            {t('title')}
          </LinkAnchor>
        }
      />
      <CourseTabs courseId={courseId} current="attendance" />
      {query.isPending && <Skeleton height={240} aria-label={t('attendance.loading')} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && <AttendanceBoardView board={query.data} />}
    </>
  );
}
