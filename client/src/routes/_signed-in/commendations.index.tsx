import { createFileRoute } from '@tanstack/react-router';
import { CommendationList } from '@/features/commendations/commendation-list';
import { commendationListQuery, countersQuery } from '@/features/commendations/queries';
import { commendationSearch } from '@/features/commendations/search';
import { DEFAULT_PAGE_SIZE } from '@/shared/lib/use-list-state';

export const Route = createFileRoute('/_signed-in/commendations/')({
  validateSearch: commendationSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(countersQuery);
    void context.queryClient.prefetchQuery(commendationListQuery(deps, deps.limit ?? DEFAULT_PAGE_SIZE));
  },
  component: CommendationsPage,
});

function CommendationsPage() {
  const search = Route.useSearch();
  const { session } = Route.useRouteContext();
  return <CommendationList search={search} permissions={session.permissions} />;
}
