import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { Shell } from '@/app/shell';
import { sessionQuery } from '@/features/identity/queries';

export const Route = createFileRoute('/_signed-in')({
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) {
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { from: location.href } });
    }
    return { session };
  },
  component: SignedIn,
});

function SignedIn() {
  const { session } = Route.useRouteContext();
  return (
    <Shell session={session}>
      <Outlet />
    </Shell>
  );
}
