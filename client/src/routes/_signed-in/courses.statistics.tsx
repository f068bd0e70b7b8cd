import { createFileRoute } from '@tanstack/react-router';
import { TrainingStatistics } from '@/features/training/statistics';
import { statisticsQuery, statisticsSearch } from '@/features/training/statistics-queries';

export const Route = createFileRoute('/_signed-in/courses/statistics')({
  validateSearch: statisticsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(statisticsQuery(deps));
  },
  component: StatisticsPage,
});

function StatisticsPage() {
  return <TrainingStatistics search={Route.useSearch()} />;
}
