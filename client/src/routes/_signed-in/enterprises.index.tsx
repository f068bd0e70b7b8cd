import { createFileRoute } from '@tanstack/react-router';
import { EnterpriseList } from '@/features/enterprises/enterprise-list';
import { enterprisesQuery } from '@/features/enterprises/queries';
import { enterpriseSearch } from '@/features/enterprises/search';
import { districtsQuery, referenceListQuery } from '@/shared/lib/reference-data';

export const Route = createFileRoute('/_signed-in/enterprises/')({
  validateSearch: enterpriseSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchQuery(enterprisesQuery(deps));
    void queryClient.prefetchQuery(districtsQuery);
    void queryClient.prefetchQuery(referenceListQuery('prioritySectors'));
  },
  component: EnterprisesPage,
});

function EnterprisesPage() {
  const { session } = Route.useRouteContext();
  return <EnterpriseList search={Route.useSearch()} permissions={session.permissions} />;
}
