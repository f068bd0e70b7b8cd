import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { businessClockQuery } from '@/features/calendar/queries';
import { CommendationPage } from '@/features/commendations/commendation-page';
import { commendationQuery } from '@/features/commendations/queries';

export const Route = createFileRoute('/_signed-in/commendations/$proposalId/')({
  loader: ({ context, params }) =>
    Promise.all([
      context.queryClient.ensureQueryData(commendationQuery(params.proposalId)),
      context.queryClient.ensureQueryData(businessClockQuery),
    ]),
  component: OneCommendationPage,
});

function OneCommendationPage() {
  const { proposalId } = Route.useParams();
  const { data: answer } = useSuspenseQuery(commendationQuery(proposalId));
  const { data: clock } = useSuspenseQuery(businessClockQuery);
  return <CommendationPage key={proposalId} answer={answer} today={clock.today} />;
}
