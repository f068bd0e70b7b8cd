import { createFileRoute, Outlet, redirect, useLocation } from '@tanstack/react-router';
import { permissionFor } from '@/app/nav';
import { ForbiddenPage } from '@/app/route-states';
import { Shell } from '@/app/shell';
import { sessionQuery } from '@/features/identity/queries';
import { may } from '@/shared/lib/permissions';

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
  const needed = permissionFor(useLocation({ select: ({ pathname }) => pathname }));
  return (
    <Shell session={session}>
      {may(session.permissions, needed) ? <Outlet /> : <ForbiddenPage needed={needed} />}
    </Shell>
  );
}
