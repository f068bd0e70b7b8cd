import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { publicCheckInQuery } from '@/features/training/attendance-queries';
import { CheckInPage, CheckInStart } from '@/features/training/check-in-page';
import { ErrorState } from '@/shared/ui/error-state';

export const Route = createFileRoute('/_public/check-in/$token')({ component: OneCheckInPage });

function OneCheckInPage() {
  const { t } = useTranslation('training');
  const { token } = Route.useParams();
  const query = useQuery(publicCheckInQuery(token));
  if (query.isSuccess) return <CheckInPage token={token} checkIn={query.data} />;
  if (query.isPending) return <p role="status">{t('checkIn.loading')}</p>;
  return (
    <>
      <ErrorState error={query.error} />
      <CheckInStart />
    </>
  );
}
