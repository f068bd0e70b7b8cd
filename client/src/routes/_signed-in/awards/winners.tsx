import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { winSearch } from '@/features/awards/search';
import { WinsPage } from '@/features/awards/wins-page';
import { businessClockQuery } from '@/features/calendar/queries';

export const Route = createFileRoute('/_signed-in/awards/winners')({
  validateSearch: winSearch,
  component: AwardWinnersPage,
});

function AwardWinnersPage() {
  const search = Route.useSearch();
  const { session } = Route.useRouteContext();
  const today = useQuery(businessClockQuery).data?.today;
  return <WinsPage search={search} permissions={session.permissions} today={today} />;
}
