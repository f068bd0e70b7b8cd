import { Skeleton, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/client';
import { businessClockQuery } from '@/features/calendar/queries';
import { EnrollmentPage } from '@/features/enrollments/enrollment-page';
import { enrollmentQuery, enrollmentSubsidyQuery, type Enrollment } from '@/features/enrollments/queries';
import { SubsidyExplanation } from '@/features/subsidies/explanation';
import { Replay } from '@/features/subsidies/replay';
import { problemText } from '@/shared/lib/problem';
import { formatDateTime } from '@/shared/lib/vi';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';

export const Route = createFileRoute('/_signed-in/enrollments/$enrollmentId')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(enrollmentQuery(params.enrollmentId)),
  component: EnrollmentRoute,
});

function EnrollmentRoute() {
  const { enrollmentId } = Route.useParams();
  const { session } = Route.useRouteContext();
  const { data: answer } = useSuspenseQuery(enrollmentQuery(enrollmentId));
  const { data: clock } = useQuery(businessClockQuery);
  return (
    <EnrollmentPage
      key={enrollmentId}
      answer={answer}
      today={clock?.today}
      subsidy={
        session.permissions.has('subsidies.read') && (
          <SubsidyOfEnrollment
            enrollment={answer.data}
            mayReplay={session.permissions.has('subsidies.replay')}
          />
        )
      }
    />
  );
}

function SubsidyOfEnrollment({ enrollment, mayReplay }: { enrollment: Enrollment; mayReplay: boolean }) {
  const { t, i18n } = useTranslation('enrollments');
  const query = useQuery(enrollmentSubsidyQuery(enrollment.id, i18n.resolvedLanguage ?? 'vi'));
  const { data, error } = query;
  if (error instanceof ApiError && error.status === 409) {
    const { title, detail } = problemText(error);
    return <EmptyState title={title} hint={detail} />;
  }
  if (error) return <ErrorState error={error} onRetry={() => void query.refetch()} />;
  if (!data) return <Skeleton height={240} aria-hidden />;
  const isEnglish = i18n.resolvedLanguage === 'en';
  const itemTitles = new Map(
    enrollment.supportLines.map((line) => [line.itemCode, isEnglish ? line.itemTitleEn : line.itemTitle]),
  );
  return (
    <>
      <SubsidyExplanation
        breakdown={data}
        itemTitles={itemTitles}
        standing={t(data.stored ? `subsidy.${data.kind}` : 'subsidy.draft')}
      />
      {data.calculatedAt != null && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('subsidy.calculatedAt', { at: formatDateTime(data.calculatedAt) })}
        </Text>
      )}
      {mayReplay && data.calculationId != null && (
        <Replay key={data.calculationId} calculationId={data.calculationId} />
      )}
    </>
  );
}
