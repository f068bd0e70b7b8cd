import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { body, fetchClient, idempotencyKey, type Schemas } from '@/api/client';
import type { ListSearch } from '@/shared/lib/use-list-state';

export type Council = Schemas['CouncilDetails'];
export type CouncilRow = Schemas['CouncilListItem'];
export type CouncilSession = Schemas['CouncilSessionDetails'];
export type CouncilSessionRow = Schemas['CouncilSessionListItem'];
export type SubjectKind = Schemas['CouncilSubjectKind'];

export const DEFAULT_SORT = '-decisionDate';

export const ROLES = [
  'chair',
  'viceChair',
  'secretary',
  'member',
  'reviewer',
  'assessor',
] as const satisfies readonly Schemas['CouncilRole'][];

const COUNCILS = 'councils';
const SESSIONS = 'council-sessions';

export const councilListQuery = (search: ListSearch, limit: number) =>
  queryOptions({
    queryKey: [COUNCILS, 'list', search, limit],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/councils', {
          params: {
            query: { cursor: search.cursor, sort: search.sort ?? DEFAULT_SORT, limit, count: true },
          },
          signal,
        }),
      ),
  });

export const councilQuery = (councilId: string) =>
  queryOptions({
    queryKey: [COUNCILS, 'one', councilId],
    queryFn: ({ signal }) =>
      body(fetchClient.GET('/api/v1/councils/{councilId}', { params: { path: { councilId } }, signal })),
  });

/** Sessions of a council, or over one matter; the latest first. */
export const sessionListQuery = (filter: { councilId?: string; subjectId?: string }) =>
  queryOptions({
    queryKey: [SESSIONS, 'list', filter],
    queryFn: async ({ signal }) => {
      const { items } = await body(
        fetchClient.GET('/api/v1/council-sessions', { params: { query: { ...filter, limit: 50 } }, signal }),
      );
      return items;
    },
  });

export const sessionQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [SESSIONS, 'one', sessionId],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/council-sessions/{councilSessionId}', {
          params: { path: { councilSessionId: sessionId } },
          signal,
        }),
      ),
  });

export function useFoundCouncil() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ request, key }: { request: Schemas['CreateCouncilRequest']; key: string }) =>
      body(fetchClient.POST('/api/v1/councils', { params: { header: idempotencyKey(key) }, body: request })),
    onSuccess: () => client.invalidateQueries({ queryKey: [COUNCILS] }),
  });
}

export function useCallSession(councilId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ request, key }: { request: Schemas['CreateCouncilSessionRequest']; key: string }) =>
      body(
        fetchClient.POST('/api/v1/councils/{councilId}/sessions', {
          params: { path: { councilId }, header: idempotencyKey(key) },
          body: request,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [SESSIONS] }),
  });
}

export function useRecordAttendance(sessionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (memberIds: string[]) =>
      body(
        fetchClient.POST('/api/v1/council-sessions/{councilSessionId}/record-attendance', {
          params: { path: { councilSessionId: sessionId }, header: idempotencyKey() },
          body: { memberIds },
        }),
      ),
    onSuccess: (session) => client.setQueryData(sessionQuery(sessionId).queryKey, session),
  });
}

export function useDeclare(sessionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ request, key }: { request: Schemas['DeclareConflictRequest']; key: string }) =>
      body(
        fetchClient.POST('/api/v1/council-sessions/{councilSessionId}/declare', {
          params: { path: { councilSessionId: sessionId }, header: idempotencyKey(key) },
          body: request,
        }),
      ),
    onSuccess: (session) => client.setQueryData(sessionQuery(sessionId).queryKey, session),
  });
}
