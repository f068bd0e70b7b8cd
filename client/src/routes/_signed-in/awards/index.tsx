import { createFileRoute } from '@tanstack/react-router';
import { seasonListQuery } from '@/features/awards/queries';
import { seasonSearch } from '@/features/awards/search';
import { SeasonList } from '@/features/awards/season-list';
import { DEFAULT_PAGE_SIZE } from '@/shared/lib/use-list-state';

export const Route = createFileRoute('/_signed-in/awards/')({
  validateSearch: seasonSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(seasonListQuery(deps, deps.limit ?? DEFAULT_PAGE_SIZE));
  },
  component: SeasonsPage,
});

function SeasonsPage() {
  const search = Route.useSearch();
  const { session } = Route.useRouteContext();
  return <SeasonList search={search} permissions={session.permissions} />;
}
