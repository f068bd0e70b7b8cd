import { createFileRoute } from '@tanstack/react-router';
import { ExpertList } from '@/features/experts/expert-list';
import { expertListQuery } from '@/features/experts/queries';
import { expertSearch } from '@/features/experts/search';
import { DEFAULT_PAGE_SIZE } from '@/shared/lib/use-list-state';

export const Route = createFileRoute('/_signed-in/experts/')({
  validateSearch: expertSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(expertListQuery(deps, deps.limit ?? DEFAULT_PAGE_SIZE));
  },
  component: ExpertsPage,
});

function ExpertsPage() {
  const search = Route.useSearch();
  const { session } = Route.useRouteContext();
  return <ExpertList search={search} permissions={session.permissions} />;
}
