import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { expertStatisticsQuery } from '@/features/experts/queries';
import { ExpertStatistics } from '@/features/experts/statistics';
import { ErrorState } from '@/shared/ui/error-state';

export const Route = createFileRoute('/_signed-in/experts/statistics')({
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(expertStatisticsQuery);
  },
  component: ExpertStatisticsPage,
});

function ExpertStatisticsPage() {
  const { t } = useTranslation('experts');
  const query = useQuery(expertStatisticsQuery);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={240} aria-label={t('statistics.loading')} />;
  return <ExpertStatistics statistics={query.data} />;
}
