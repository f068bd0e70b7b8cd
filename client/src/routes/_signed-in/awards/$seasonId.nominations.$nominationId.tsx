import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { NominationPage } from '@/features/awards/nomination-page';
import { nominationQuery, seasonQuery } from '@/features/awards/queries';
import { businessClockQuery } from '@/features/calendar/queries';

export const Route = createFileRoute('/_signed-in/awards/$seasonId/nominations/$nominationId')({
  loader: ({ context, params: { seasonId, nominationId } }) =>
    Promise.all([
      context.queryClient.ensureQueryData(seasonQuery(seasonId)),
      context.queryClient.ensureQueryData(nominationQuery(seasonId, nominationId)),
    ]),
  component: OneNominationPage,
});

function OneNominationPage() {
  const { seasonId, nominationId } = Route.useParams();
  const { data: season } = useSuspenseQuery(seasonQuery(seasonId));
  const { data: answer } = useSuspenseQuery(nominationQuery(seasonId, nominationId));
  const today = useQuery(businessClockQuery).data?.today;
  return <NominationPage key={nominationId} answer={answer} season={season.data} today={today} />;
}
