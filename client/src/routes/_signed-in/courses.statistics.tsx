import { createFileRoute } from '@tanstack/react-router';
import { TrainingStatistics } from '@/features/training/statistics';
import { statisticsQuery } from '@/features/training/statistics-queries';
import { statisticsSearch } from '@/features/training/search';

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
