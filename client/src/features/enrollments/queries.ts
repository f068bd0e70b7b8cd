import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
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
import { type EnrollmentSearch } from './search';

export type Enrollment = Schemas['EnrollmentDetails'];
export type EnrollmentRow = Schemas['EnrollmentListItem'];
export type EnrollmentAction = Schemas['EnrollmentAction'];
export type VersionedEnrollment = Versioned<Enrollment>;

export const DEFAULT_SORT = '-submittedAt';

const KEY = 'enrollments';

export const enrollmentListQuery = (search: EnrollmentSearch, limit: number) =>
  queryOptions({
    queryKey: [KEY, 'list', search, limit],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/enrollments', {
          params: { query: { ...search, sort: search.sort ?? DEFAULT_SORT, limit, count: true } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const waitingQuery = (limit: number) =>
  queryOptions({
    queryKey: [KEY, 'waiting', limit],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/enrollments', {
          params: { query: { waitingForMe: true, limit, sort: DEFAULT_SORT, count: true } },
          signal,
        }),
      ),
  });

/** Dossiers for the palette: by receipt code, or by words of the enterprise's name. */
export const findEnrollmentsQuery = (q: string) =>
  queryOptions({
    queryKey: [KEY, 'find', q],
    queryFn: ({ signal }) =>
      body(fetchClient.GET('/api/v1/enrollments', { params: { query: { q, limit: 6 } }, signal })),
    enabled: q.length > 2,
  });

export const enrollmentQuery = (enrollmentId: string) =>
  queryOptions({
    queryKey: [KEY, 'one', enrollmentId],
    queryFn: ({ signal }) =>
      versioned(
        fetchClient.GET('/api/v1/enrollments/{enrollmentId}', { params: { path: { enrollmentId } }, signal }),
      ),
  });

/** The calculation that stands on the dossier; its sentences come in the language asked for. */
export const enrollmentSubsidyQuery = (enrollmentId: string, language: string) =>
  queryOptions({
    queryKey: [KEY, 'subsidy', enrollmentId, language],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/enrollments/{enrollmentId}/subsidy', {
          params: { path: { enrollmentId } },
          headers: { 'Accept-Language': language },
          signal,
        }),
      ),
    retry: false,
  });

export function useCreateEnrollment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Schemas['CreateEnrollmentRequest']) =>
      versioned(
        fetchClient.POST('/api/v1/enrollments', { params: { header: idempotencyKey() }, body: request }),
      ),
    onSuccess: (answer) => remember(client, answer),
  });
}

export function updateEnrollment(
  enrollmentId: string,
  etag: string,
  request: Schemas['UpdateEnrollmentRequest'],
): Promise<VersionedEnrollment> {
  return versioned(
    fetchClient.PUT('/api/v1/enrollments/{enrollmentId}', {
      params: { path: { enrollmentId }, header: ifMatch(etag) },
      body: request,
    }),
  );
}

/** Keeps an answer as the page's content; lists, counts and the calculation are asked for anew. */
export function remember(client: QueryClient, answer: VersionedEnrollment): void {
  const { id } = answer.data;
  client.setQueryData(enrollmentQuery(id).queryKey, answer);
  void client.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === KEY && queryKey[1] !== 'one',
  });
}

export function reload(client: QueryClient, enrollmentId: string): Promise<void> {
  return client.invalidateQueries({ queryKey: enrollmentQuery(enrollmentId).queryKey });
}

export type PlainAction =
  'submit' | 'startChecking' | 'resubmit' | 'accept' | 'proposeApproval' | 'publishDecision';
export type ReasonAction = 'refuse' | 'withdraw' | 'reject';

/** An act of somebody on a dossier, with what the API asks for beside the version and the key. */
export type Act =
  | { action: PlainAction }
  | { action: ReasonAction; body: Schemas['ReasonRequest'] }
  | { action: 'requestSupplement'; body: Schemas['RequestSupplementRequest'] }
  | { action: 'recordCouncilConclusion'; body: Schemas['RecordCouncilConclusionRequest'] }
  | { action: 'approve'; body: Schemas['ApproveEnrollmentRequest'] }
  | { action: 'recordDecisionNumber'; body: Schemas['RecordDecisionNumberRequest'] };

function send(enrollmentId: string, etag: string, key: string, act: Act): Promise<VersionedEnrollment> {
  const params = {
    path: { enrollmentId },
    header: { ...ifMatch(etag), ...idempotencyKey(key) },
  };
  switch (act.action) {
    case 'submit':
      return versioned(fetchClient.POST('/api/v1/enrollments/{enrollmentId}/submit', { params, body: {} }));
    case 'startChecking':
      return versioned(fetchClient.POST('/api/v1/enrollments/{enrollmentId}/start-checking', { params }));
    case 'resubmit':
      return versioned(fetchClient.POST('/api/v1/enrollments/{enrollmentId}/resubmit', { params }));
    case 'accept':
      return versioned(fetchClient.POST('/api/v1/enrollments/{enrollmentId}/accept', { params }));
    case 'proposeApproval':
      return versioned(fetchClient.POST('/api/v1/enrollments/{enrollmentId}/propose-approval', { params }));
    case 'publishDecision':
      return versioned(fetchClient.POST('/api/v1/enrollments/{enrollmentId}/publish-decision', { params }));
    case 'refuse':
      return versioned(
        fetchClient.POST('/api/v1/enrollments/{enrollmentId}/refuse', { params, body: act.body }),
      );
    case 'withdraw':
      return versioned(
        fetchClient.POST('/api/v1/enrollments/{enrollmentId}/withdraw', { params, body: act.body }),
      );
    case 'reject':
      return versioned(
        fetchClient.POST('/api/v1/enrollments/{enrollmentId}/reject', { params, body: act.body }),
      );
    case 'requestSupplement':
      return versioned(
        fetchClient.POST('/api/v1/enrollments/{enrollmentId}/request-supplement', { params, body: act.body }),
      );
    case 'recordCouncilConclusion':
      return versioned(
        fetchClient.POST('/api/v1/enrollments/{enrollmentId}/record-council-conclusion', {
          params,
          body: act.body,
        }),
      );
    case 'approve':
      return versioned(
        fetchClient.POST('/api/v1/enrollments/{enrollmentId}/approve', { params, body: act.body }),
      );
    case 'recordDecisionNumber':
      return versioned(
        fetchClient.POST('/api/v1/enrollments/{enrollmentId}/record-decision-number', {
          params,
          body: act.body,
        }),
      );
  }
}

/** One key per intended act: the dialog that asks for it keeps the key across its own retries. */
export function useAct(enrollmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ etag, key, act }: { etag: string; key: string; act: Act }) =>
      send(enrollmentId, etag, key, act),
    onSuccess: (answer) => remember(client, answer),
  });
}

export type AttachOptions = {
  kind: string;
  file: File;
  /** The current paper of the same kind that this is a newer version of. */
  replaces?: string;
  onProgress: (percent: number) => void;
  signal: AbortSignal;
};

export function attachDocument(
  enrollmentId: string,
  { kind, file, replaces, onProgress, signal }: AttachOptions,
): Promise<Schemas['EnrollmentDocumentDetails']> {
  const form = new FormData();
  form.set('kind', kind);
  if (replaces !== undefined) form.set('replaces', replaces);
  form.set('file', file);
  return upload(`/api/v1/enrollments/${enrollmentId}/documents`, form, {
    onProgress,
    signal,
    headers: idempotencyKey(),
  });
}

/** Takes out a paper from the version that is on the screen; the page reads the next one. */
export function useRemoveDocument(enrollmentId: string) {
  const client = useQueryClient();
  return async (documentId: string): Promise<void> => {
    const { etag } = await client.ensureQueryData(enrollmentQuery(enrollmentId));
    const answer = await versioned(
      fetchClient.DELETE('/api/v1/enrollments/{enrollmentId}/documents/{documentId}', {
        params: { path: { enrollmentId, documentId }, header: ifMatch(etag) },
      }),
    );
    remember(client, answer);
  };
}

export function documentUrl(enrollmentId: string, documentId: string): string {
  return `/api/v1/enrollments/${enrollmentId}/documents/${documentId}/content`;
}
