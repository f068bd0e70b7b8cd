import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EvaluateStart, EvaluationPage } from '@/features/training/evaluation-page';
import { publicEvaluationQuery } from '@/features/training/evaluation-queries';
import { ErrorState } from '@/shared/ui/error-state';

export const Route = createFileRoute('/_public/evaluate/$token')({ component: OneEvaluationPage });

function OneEvaluationPage() {
  const { t } = useTranslation('training');
  const { token } = Route.useParams();
  const query = useQuery(publicEvaluationQuery(token));
  if (query.isSuccess) return <EvaluationPage token={token} evaluation={query.data} />;
  if (query.isPending) return <p role="status">{t('evaluation.loading')}</p>;
  return (
    <>
      <ErrorState error={query.error} />
      <EvaluateStart />
    </>
  );
}
