import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { body, fetchClient, setAntiforgeryToken, type Schemas } from '@/api/client';
import type common from '@/i18n/common.vi.json';
import type { Permissions } from '@/shared/lib/permissions';

type SessionAnswer = Schemas['SessionDetails'];

export type SignedInSession = {
  user: { id: string; fullName: string; userName: string };
  roles: string[];
  permissions: Permissions;
  province: { code: string; name: string; nameEn: string } | undefined;
  enterprises: { id: string; name: string }[];
};

/** Null when nobody is signed in. */
export type Session = SignedInSession | null;

/** The password was right, but the account asks for a second factor that this screen does not offer. */
export class SecondFactorNeededError extends Error {}

export type RoleLabelKey = `roles.${keyof (typeof common)['roles']}`;

export function roleLabelKey(role: string): RoleLabelKey {
  return `roles.${role}` as RoleLabelKey;
}

const SESSION_KEY = ['identity', 'session'] as const;

function toSession(answer: SessionAnswer): Session {
  setAntiforgeryToken(answer.antiforgeryToken);
  if (!answer.user) return null;
  return {
    user: answer.user,
    roles: answer.roles,
    permissions: new Set(answer.permissions),
    province: answer.province ?? undefined,
    enterprises: answer.enterprises,
  };
}

export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: async ({ signal }) => toSession(await body(fetchClient.GET('/api/v1/session', { signal }))),
  staleTime: Infinity,
  gcTime: Infinity,
});

/** Forgets the session and everything that was read under it. */
export function signedOut(client: QueryClient): void {
  client.removeQueries({
    predicate: (query) => query.queryKey !== SESSION_KEY && query.queryKey[0] !== 'problems',
  });
  client.setQueryData<Session>(SESSION_KEY, null);
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (credentials: { userName: string; password: string }) => {
      const answer = await body(fetchClient.POST('/api/v1/session', { body: credentials }));
      if (answer.secondFactorRequired) throw new SecondFactorNeededError();
      return toSession(answer);
    },
    onSuccess: (session) => {
      signedOut(client);
      client.setQueryData<Session>(SESSION_KEY, session);
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => fetchClient.DELETE('/api/v1/session'),
    onSuccess: () => signedOut(client),
  });
}
