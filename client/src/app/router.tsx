import { QueryClient } from '@tanstack/react-query';
import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { ApiError, onSessionLost } from '@/api/client';
import { signedOut } from '@/features/identity/queries';
import { routeTree } from '../routeTree.gen';
import { NotFoundPage, RouteError } from './route-states';

const MAX_RETRIES = 2;

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 5 * 60_000,
        // A refusal stays a refusal; only silence and server faults are worth asking again.
        retry: (failures, error) =>
          failures < MAX_RETRIES && !(error instanceof ApiError && error.status > 0 && error.status < 500),
        networkMode: 'offlineFirst',
      },
      mutations: { retry: false, networkMode: 'offlineFirst' },
    },
  });
}

export function makeRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: { queryClient },
    history,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFoundPage,
  });
}

/** A session that ended on the server leads to the sign-in page and from there back to the same URL. */
export function leaveWhenSessionIsLost(
  router: ReturnType<typeof makeRouter>,
  queryClient: QueryClient,
): void {
  onSessionLost(() => {
    signedOut(queryClient);
    if (router.state.location.pathname === '/sign-in') return;
    void router.navigate({ to: '/sign-in', search: { from: router.state.location.href } });
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
