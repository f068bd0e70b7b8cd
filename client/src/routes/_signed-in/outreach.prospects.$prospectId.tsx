import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { businessClockQuery } from '@/features/calendar/queries';
import { ProspectPage } from '@/features/outreach/prospect-page';
import { prospectQuery } from '@/features/outreach/queries';

export const Route = createFileRoute('/_signed-in/outreach/prospects/$prospectId')({
  loader: ({ context, params }) =>
    Promise.all([
      context.queryClient.ensureQueryData(prospectQuery(params.prospectId)),
      context.queryClient.ensureQueryData(businessClockQuery),
    ]),
  component: OneProspectPage,
});

function OneProspectPage() {
  const { prospectId } = Route.useParams();
  const { data: answer } = useSuspenseQuery(prospectQuery(prospectId));
  const { data: clock } = useSuspenseQuery(businessClockQuery);
  return <ProspectPage answer={answer} today={clock.today} />;
}
