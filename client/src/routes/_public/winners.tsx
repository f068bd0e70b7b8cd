import { createFileRoute } from '@tanstack/react-router';
import { PublicWinners } from '@/features/awards/public-winners';
import { publicWinnersQuery } from '@/features/awards/win-queries';
import { publicWinnerSearch } from '@/features/awards/search';

export const Route = createFileRoute('/_public/winners')({
  validateSearch: publicWinnerSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(publicWinnersQuery(deps));
  },
  component: WinnersPage,
});

function WinnersPage() {
  return <PublicWinners search={Route.useSearch()} />;
}
