import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { businessClockQuery } from '@/features/calendar/queries';
import { Calculator } from '@/features/subsidies/calculator';

export const Route = createFileRoute('/_signed-in/calculator')({
  loader: ({ context }) => context.queryClient.ensureQueryData(businessClockQuery),
  component: CalculatorPage,
});

function CalculatorPage() {
  const { session } = Route.useRouteContext();
  const { data: clock } = useSuspenseQuery(businessClockQuery);
  return (
    <Calculator
      today={clock.today}
      enterprises={session.enterprises}
      maySearchEnterprises={session.permissions.has('enterprises.read')}
    />
  );
}
