import { createFileRoute } from '@tanstack/react-router';
import { CampaignList } from '@/features/outreach/campaign-list';
import { campaignListQuery } from '@/features/outreach/queries';
import { campaignSearch } from '@/features/outreach/search';
import { DEFAULT_PAGE_SIZE } from '@/shared/lib/use-list-state';

export const Route = createFileRoute('/_signed-in/outreach/')({
  validateSearch: campaignSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(campaignListQuery(deps, deps.limit ?? DEFAULT_PAGE_SIZE));
  },
  component: OutreachPage,
});

function OutreachPage() {
  const search = Route.useSearch();
  const { session } = Route.useRouteContext();
  return <CampaignList search={search} permissions={session.permissions} />;
}
