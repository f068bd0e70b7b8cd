import { Skeleton } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CourseTabs } from '@/features/training/course-tabs';
import { EvaluationView } from '@/features/training/evaluation';
import { evaluationQuery } from '@/features/training/evaluation-queries';
import { courseQuery } from '@/features/training/queries';
import { ErrorState } from '@/shared/ui/error-state';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/courses/$courseId/evaluation')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(courseQuery(params.courseId)),
  component: EvaluationTab,
});

function EvaluationTab() {
  const { t } = useTranslation('training');
  const { courseId } = Route.useParams();
  const { data: answer } = useSuspenseQuery(courseQuery(courseId));
  const query = useQuery(evaluationQuery(courseId));
  return (
    <>
      <PageHeader
        title={t('evaluation.title')}
        sub={`${answer.data.title} (${answer.data.code})`}
        above={
          <LinkAnchor to="/courses" size="sm">
            {t('title')}
          </LinkAnchor>
        }
      />
      <CourseTabs courseId={courseId} current="evaluation" />
      {query.isPending && <Skeleton height={240} aria-label={t('evaluation.loading')} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && <EvaluationView evaluation={query.data} />}
    </>
  );
}
