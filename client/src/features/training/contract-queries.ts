import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
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

export type Contract = Schemas['TrainingContractDetails'];
export type VersionedContract = Versioned<Contract>;
export type ContractInput = Schemas['TrainingContractInput'];
export type Acceptance = Schemas['AcceptTrainingContractRequest'];
export type PaperKind = 'contract' | 'acceptanceMinutes' | 'other';

// Below the key of the courses: what can be done with a contract follows from the state of its course.
const CONTRACTS = ['courses', 'contracts'];
const SUPERVISION = ['courses', 'supervision'];

/** A course has one contract that counts and perhaps some that were terminated: all of them, with their versions. */
export const contractsQuery = (courseId: string) =>
  queryOptions({
    queryKey: [...CONTRACTS, courseId],
    queryFn: async ({ signal }) => {
      const page = await body(
        fetchClient.GET('/api/v1/courses/{courseId}/contracts', {
          params: { path: { courseId }, query: { limit: 50 } },
          signal,
        }),
      );
      return Promise.all(
        page.items.map(({ id: contractId }) =>
          versioned(
            fetchClient.GET('/api/v1/courses/{courseId}/contracts/{contractId}', {
              params: { path: { courseId, contractId } },
              signal,
            }),
          ),
        ),
      );
    },
  });

export const supervisionQuery = (courseId: string) =>
  queryOptions({
    queryKey: [...SUPERVISION, courseId],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/courses/{courseId}/supervision-notes', {
          params: { path: { courseId }, query: { limit: 100 } },
          signal,
        }),
      ),
  });

function useRefresh(queryKey: readonly string[]) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey });
}

/** Records a new contract, or corrects the one that is given with its version. */
export function useSaveContract(courseId: string) {
  const refresh = useRefresh(CONTRACTS);
  return useMutation({
    mutationFn: ({ of, input, key }: { of: VersionedContract | null; input: ContractInput; key: string }) =>
      of === null
        ? versioned(
            fetchClient.POST('/api/v1/courses/{courseId}/contracts', {
              params: { path: { courseId }, header: idempotencyKey(key) },
              body: input,
            }),
          )
        : versioned(
            fetchClient.PUT('/api/v1/courses/{courseId}/contracts/{contractId}', {
              params: { path: { courseId, contractId: of.data.id }, header: ifMatch(of.etag) },
              body: input,
            }),
          ),
    onSuccess: refresh,
  });
}

export function useAcceptContract(courseId: string) {
  const refresh = useRefresh(CONTRACTS);
  return useMutation({
    mutationFn: ({ of, acceptance }: { of: VersionedContract; acceptance: Acceptance }) =>
      versioned(
        fetchClient.POST('/api/v1/courses/{courseId}/contracts/{contractId}/accept', {
          params: {
            path: { courseId, contractId: of.data.id },
            header: { ...ifMatch(of.etag), ...idempotencyKey() },
          },
          body: acceptance,
        }),
      ),
    onSuccess: refresh,
  });
}

export function useTerminateContract(courseId: string) {
  const refresh = useRefresh(CONTRACTS);
  return useMutation({
    mutationFn: ({ of, reason }: { of: VersionedContract; reason: string }) =>
      versioned(
        fetchClient.POST('/api/v1/courses/{courseId}/contracts/{contractId}/terminate', {
          params: {
            path: { courseId, contractId: of.data.id },
            header: { ...ifMatch(of.etag), ...idempotencyKey() },
          },
          body: { reason },
        }),
      ),
    onSettled: refresh,
  });
}

export function useAttachPaper(courseId: string, contractId: string) {
  const refresh = useRefresh(CONTRACTS);
  return async (
    kind: PaperKind,
    file: File,
    onProgress: (percent: number) => void,
    signal: AbortSignal,
  ): Promise<void> => {
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', file);
    await upload(`/api/v1/courses/${courseId}/contracts/${contractId}/documents`, form, {
      onProgress,
      signal,
      headers: idempotencyKey(),
    });
    await refresh();
  };
}

export function contractPaperUrl(courseId: string, contractId: string, documentId: string): string {
  return `/api/v1/courses/${courseId}/contracts/${contractId}/documents/${documentId}/content`;
}

export function useRecordSupervision(courseId: string) {
  const refresh = useRefresh(SUPERVISION);
  return useMutation({
    mutationFn: ({ note, key }: { note: Schemas['RecordSupervisionRequest']; key: string }) =>
      body(
        fetchClient.POST('/api/v1/courses/{courseId}/supervision-notes', {
          params: { path: { courseId }, header: idempotencyKey(key) },
          body: note,
        }),
      ),
    onSuccess: refresh,
  });
}
