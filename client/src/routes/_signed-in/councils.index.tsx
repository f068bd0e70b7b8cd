import { createFileRoute } from '@tanstack/react-router';
import { CouncilList } from '@/features/appraisals/council-list';
import { listSearch } from '@/shared/lib/use-list-state';

export const Route = createFileRoute('/_signed-in/councils/')({
  validateSearch: listSearch,
  component: CouncilsPage,
});

function CouncilsPage() {
  const search = Route.useSearch();
  const { session } = Route.useRouteContext();
  return <CouncilList search={search} permissions={session.permissions} />;
}
