import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { seasonQuery } from '@/features/awards/queries';
import { nominationSearch } from '@/features/awards/search';
import { SeasonPage } from '@/features/awards/season-page';
import { businessClockQuery } from '@/features/calendar/queries';

export const Route = createFileRoute('/_signed-in/awards/$seasonId/')({
  validateSearch: nominationSearch,
  loader: ({ context, params }) => context.queryClient.ensureQueryData(seasonQuery(params.seasonId)),
  component: OneSeasonPage,
});

function OneSeasonPage() {
  const { seasonId } = Route.useParams();
  const search = Route.useSearch();
  const { session } = Route.useRouteContext();
  const { data: answer } = useSuspenseQuery(seasonQuery(seasonId));
  const today = useQuery(businessClockQuery).data?.today;
  return <SeasonPage answer={answer} search={search} today={today} enterprises={session.enterprises} />;
}
