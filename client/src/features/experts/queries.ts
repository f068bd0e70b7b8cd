import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  body,
  fetchClient,
  idempotencyKey,
  ifMatch,
  versioned,
  type Schemas,
  type Versioned,
} from '@/api/client';
import { upload } from '@/api/upload';
import type { ExpertSearch } from './search';

export type Expert = Schemas['ExpertDetails'];
export type ExpertRow = Schemas['ExpertListItem'];
export type ExpertInput = Schemas['ExpertInput'];
export type Qualification = Schemas['ExpertQualificationDetails'];
export type VersionedExpert = Versioned<Expert>;
export type AssignmentRow = Schemas['ExpertAssignmentListItem'];
export type AssignmentRequest = Schemas['AssignExpertRequest'];

export const DEFAULT_SORT = 'fullName';

const EXPERTS = 'experts';
const ASSIGNMENTS = 'expert-assignments';

export const expertListQuery = (search: ExpertSearch, limit: number) =>
  queryOptions({
    queryKey: [EXPERTS, 'list', search, limit],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/experts', {
          params: { query: { ...search, sort: search.sort ?? DEFAULT_SORT, limit, count: true } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export type ExpertStatistics = Schemas['ExpertStatistics'];

export const expertStatisticsQuery = queryOptions({
  queryKey: [EXPERTS, 'statistics'],
  queryFn: ({ signal }) => body(fetchClient.GET('/api/v1/expert-statistics', { signal })),
});

export const expertQuery = (expertId: string) =>
  queryOptions({
    queryKey: [EXPERTS, 'one', expertId],
    queryFn: ({ signal }) =>
      versioned(fetchClient.GET('/api/v1/experts/{expertId}', { params: { path: { expertId } }, signal })),
  });

/** Assignments of an expert or at an enterprise, the latest first. */
export const assignmentsQuery = (of: { expertId: string } | { enterpriseId: string }) =>
  queryOptions({
    queryKey: [ASSIGNMENTS, of],
    queryFn: async ({ signal }) => {
      const { items } = await body(
        fetchClient.GET('/api/v1/expert-assignments', { params: { query: { ...of, limit: 100 } }, signal }),
      );
      return items;
    },
  });

export const activeExpertsQuery = (q: string) =>
  queryOptions({
    queryKey: [EXPERTS, 'active', q],
    queryFn: async ({ signal }) => {
      const query = { status: 'active' as const, limit: 50, ...(q !== '' && { q }) };
      const { items } = await body(fetchClient.GET('/api/v1/experts', { params: { query }, signal }));
      return items;
    },
    placeholderData: keepPreviousData,
  });

/** People of the expert's name who were at courses of ours. */
export const candidatesQuery = (expertId: string) =>
  queryOptions({
    queryKey: [EXPERTS, 'candidates', expertId],
    queryFn: async ({ signal }) => {
      const { items } = await body(
        fetchClient.GET('/api/v1/experts/{expertId}/training-candidates', {
          params: { path: { expertId }, query: { limit: 50 } },
          signal,
        }),
      );
      return items;
    },
    staleTime: 0,
  });

/** What can be done with an expert follows from the assignments, and the other way round. */
function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: [EXPERTS] }),
      client.invalidateQueries({ queryKey: [ASSIGNMENTS] }),
    ]);
  };
}

export function useRegisterExpert() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ request, key }: { request: Schemas['RegisterExpertRequest']; key: string }) =>
      versioned(
        fetchClient.POST('/api/v1/experts', { params: { header: idempotencyKey(key) }, body: request }),
      ),
    onSuccess: refresh,
  });
}

export function useUpdateExpert(expertId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ input, etag }: { input: ExpertInput; etag: string }) =>
      versioned(
        fetchClient.PUT('/api/v1/experts/{expertId}', {
          params: { path: { expertId }, header: ifMatch(etag) },
          body: input,
        }),
      ),
    onSuccess: refresh,
  });
}

export type ExpertAct = { action: 'deactivate'; reason: string } | { action: 'reactivate' };

export function useExpertAct({ data: { id: expertId }, etag }: VersionedExpert) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (act: ExpertAct) => {
      const params = { path: { expertId }, header: { ...ifMatch(etag), ...idempotencyKey() } };
      return act.action === 'deactivate'
        ? versioned(
            fetchClient.POST('/api/v1/experts/{expertId}/deactivate', {
              params,
              body: { reason: act.reason },
            }),
          )
        : versioned(fetchClient.POST('/api/v1/experts/{expertId}/reactivate', { params }));
    },
    onSettled: refresh,
  });
}

export function useAddQualification({ data: { id: expertId }, etag }: VersionedExpert) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ training, key }: { training: Schemas['AddExpertQualificationRequest']; key: string }) =>
      versioned(
        fetchClient.POST('/api/v1/experts/{expertId}/qualifications', {
          params: { path: { expertId }, header: { ...ifMatch(etag), ...idempotencyKey(key) } },
          body: training,
        }),
      ),
    onSuccess: refresh,
  });
}

export function useRemoveQualification({ data: { id: expertId }, etag }: VersionedExpert) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (qualificationId: string) =>
      versioned(
        fetchClient.DELETE('/api/v1/experts/{expertId}/qualifications/{qualificationId}', {
          params: { path: { expertId, qualificationId }, header: ifMatch(etag) },
        }),
      ),
    onSettled: refresh,
  });
}

const evidenceAddress = (expertId: string, qualificationId: string) =>
  `/api/v1/experts/${expertId}/qualifications/${qualificationId}/evidence`;

export function useAttachEvidence(expertId: string, qualificationId: string) {
  const refresh = useRefresh();
  return async (file: File, onProgress: (percent: number) => void, signal: AbortSignal): Promise<void> => {
    const form = new FormData();
    form.set('file', file);
    await upload(evidenceAddress(expertId, qualificationId), form, {
      onProgress,
      signal,
      headers: idempotencyKey(),
    });
    await refresh();
  };
}

export const evidenceUrl = (expertId: string, qualificationId: string) =>
  `${evidenceAddress(expertId, qualificationId)}/content`;

export function useAssign() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ request, key }: { request: AssignmentRequest; key: string }) =>
      versioned(
        fetchClient.POST('/api/v1/expert-assignments', {
          params: { header: idempotencyKey(key) },
          body: request,
        }),
      ),
    onSuccess: refresh,
  });
}

export type AssignmentAct =
  { action: 'end'; endedOn: string; note: string } | { action: 'cancel'; reason: string };

/** A list has no versions: the one to act on is read first, and what stands there is what the act is checked against. */
export function useAssignmentAct(assignmentId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (act: AssignmentAct) => {
      const { etag } = await versioned(
        fetchClient.GET('/api/v1/expert-assignments/{assignmentId}', { params: { path: { assignmentId } } }),
      );
      const params = { path: { assignmentId }, header: { ...ifMatch(etag), ...idempotencyKey() } };
      return act.action === 'end'
        ? versioned(
            fetchClient.POST('/api/v1/expert-assignments/{assignmentId}/end', {
              params,
              body: { endedOn: act.endedOn, note: act.note },
            }),
          )
        : versioned(
            fetchClient.POST('/api/v1/expert-assignments/{assignmentId}/cancel', {
              params,
              body: { reason: act.reason },
            }),
          );
    },
    onSettled: refresh,
  });
}
