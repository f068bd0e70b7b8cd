import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { CampaignPage } from '@/features/outreach/campaign-page';
import { campaignQuery, statisticsQuery } from '@/features/outreach/queries';
import { prospectSearch } from '@/features/outreach/search';

export const Route = createFileRoute('/_signed-in/outreach/$campaignId/')({
  validateSearch: prospectSearch,
  loader: async ({ context, params: { campaignId } }) => {
    void context.queryClient.prefetchQuery(statisticsQuery({ campaignId }));
    await context.queryClient.ensureQueryData(campaignQuery(campaignId));
  },
  component: OneCampaignPage,
});

function OneCampaignPage() {
  const { campaignId } = Route.useParams();
  const search = Route.useSearch();
  const { session } = Route.useRouteContext();
  const { data: answer } = useSuspenseQuery(campaignQuery(campaignId));
  return <CampaignPage answer={answer} search={search} permissions={session.permissions} />;
}
