import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { businessClockQuery } from '@/features/calendar/queries';
import { ExpertPage } from '@/features/experts/expert-page';
import { expertQuery } from '@/features/experts/queries';

export const Route = createFileRoute('/_signed-in/experts/$expertId/')({
  loader: ({ context, params }) =>
    Promise.all([
      context.queryClient.ensureQueryData(expertQuery(params.expertId)),
      context.queryClient.ensureQueryData(businessClockQuery),
    ]),
  component: OneExpertPage,
});

function OneExpertPage() {
  const { expertId } = Route.useParams();
  const { session } = Route.useRouteContext();
  const { data: answer } = useSuspenseQuery(expertQuery(expertId));
  const { data: clock } = useSuspenseQuery(businessClockQuery);
  return <ExpertPage answer={answer} today={clock.today} permissions={session.permissions} />;
}
