import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { businessClockQuery } from '@/features/calendar/queries';
import { NewEnrollmentForm } from '@/features/enrollments/new-enrollment-form';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/enrollments/new')({
  loader: ({ context }) => context.queryClient.ensureQueryData(businessClockQuery),
  component: NewEnrollmentPage,
});

function NewEnrollmentPage() {
  const { t } = useTranslation('enrollments');
  const navigate = useNavigate();
  const { session } = Route.useRouteContext();
  const { data: clock } = useSuspenseQuery(businessClockQuery);
  return (
    <>
      <PageHeader title={t('new.title')} sub={t('new.sub')} />
      <NewEnrollmentForm
        today={clock.today}
        enterprises={session.enterprises}
        onCreated={(enrollmentId) =>
          void navigate({ to: '/enrollments/$enrollmentId', params: { enrollmentId } })
        }
        onCancel={() => void navigate({ to: '/enrollments' })}
      />
    </>
  );
}
