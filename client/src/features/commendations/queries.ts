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
import type { CommendationSearch } from './search';
import type { PaperKind } from './status';

export type Commendation = Schemas['CommendationDetails'];
export type VersionedCommendation = Versioned<Commendation>;
export type CommendationRow = Schemas['CommendationListItem'];
export type CommendationInput = Schemas['CommendationInput'];
export type ProposeRequest = Schemas['ProposeCommendationRequest'];
export type Counter = Schemas['CommendationCounter'];
export type Paper = Schemas['CommendationDocumentDetails'];

export const DEFAULT_SORT = '-code';

const KEY = 'commendations';

export const commendationListQuery = (search: CommendationSearch, limit: number) =>
  queryOptions({
    queryKey: [KEY, 'list', search, limit],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/commendations', {
          params: { query: { ...search, sort: search.sort ?? DEFAULT_SORT, limit, count: true } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const countersQuery = queryOptions({
  queryKey: [KEY, 'counters'],
  queryFn: async ({ signal }) => {
    const { items } = await body(fetchClient.GET('/api/v1/commendation-counters', { signal }));
    return items;
  },
});

export const commendationQuery = (proposalId: string) =>
  queryOptions({
    queryKey: [KEY, 'one', proposalId],
    queryFn: ({ signal }) =>
      versioned(
        fetchClient.GET('/api/v1/commendations/{proposalId}', { params: { path: { proposalId } }, signal }),
      ),
  });

/** What the API answered is what the page shows next; lists and counters are read again. */
function remember(client: QueryClient, answer: VersionedCommendation): Promise<void> {
  client.setQueryData(commendationQuery(answer.data.id).queryKey, answer);
  return refreshOthers(client);
}

async function refreshOthers(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: [KEY, 'list'] }),
    client.invalidateQueries({ queryKey: countersQuery.queryKey }),
  ]);
}

export function usePropose() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ request, key }: { request: ProposeRequest; key: string }) =>
      versioned(
        fetchClient.POST('/api/v1/commendations', {
          params: { header: idempotencyKey(key) },
          body: request,
        }),
      ),
    onSuccess: (answer) => remember(client, answer),
  });
}

export function useUpdate(proposalId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input, etag }: { input: CommendationInput; etag: string }) =>
      versioned(
        fetchClient.PUT('/api/v1/commendations/{proposalId}', {
          params: { path: { proposalId }, header: ifMatch(etag) },
          body: input,
        }),
      ),
    onSuccess: (answer) => remember(client, answer),
  });
}

/** An act on a proposal, with what the API asks for beside the version and the key. */
export type CommendationAct =
  | { action: 'submit' }
  | { action: 'sendBack' | 'decline' | 'withdraw'; reason: string }
  | { action: 'review'; body: Schemas['ReviewCommendationRequest'] }
  | { action: 'recordDecision'; body: Schemas['RecordCommendationDecisionRequest'] };

type SentAct = { act: CommendationAct; etag: string; key: string };

function sendAct(proposalId: string, { act, etag, key }: SentAct): Promise<VersionedCommendation> {
  const params = { path: { proposalId }, header: { ...ifMatch(etag), ...idempotencyKey(key) } };
  switch (act.action) {
    case 'submit':
      return versioned(fetchClient.POST('/api/v1/commendations/{proposalId}/submit', { params }));
    case 'review':
      return versioned(
        fetchClient.POST('/api/v1/commendations/{proposalId}/review', { params, body: act.body }),
      );
    case 'recordDecision':
      return versioned(
        fetchClient.POST('/api/v1/commendations/{proposalId}/record-decision', { params, body: act.body }),
      );
    case 'sendBack':
      return versioned(
        fetchClient.POST('/api/v1/commendations/{proposalId}/send-back', {
          params,
          body: { reason: act.reason },
        }),
      );
    case 'decline':
      return versioned(
        fetchClient.POST('/api/v1/commendations/{proposalId}/decline', {
          params,
          body: { reason: act.reason },
        }),
      );
    case 'withdraw':
      return versioned(
        fetchClient.POST('/api/v1/commendations/{proposalId}/withdraw', {
          params,
          body: { reason: act.reason },
        }),
      );
  }
}

export function useCommendationAct(proposalId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sent: SentAct) => sendAct(proposalId, sent),
    onSuccess: (answer) => remember(client, answer),
    // Somebody else may have acted: the page shows how it stands now, and the next press goes from there.
    onError: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}

export function useAttachPaper(proposalId: string) {
  const client = useQueryClient();
  return async (
    kind: PaperKind,
    file: File,
    onProgress: (percent: number) => void,
    signal: AbortSignal,
  ): Promise<void> => {
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', file);
    await upload(`/api/v1/commendations/${proposalId}/documents`, form, {
      onProgress,
      signal,
      headers: idempotencyKey(),
    });
    await client.invalidateQueries({ queryKey: commendationQuery(proposalId).queryKey });
  };
}

export function useRemovePaper(proposalId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ paperId, etag }: { paperId: string; etag: string }) =>
      versioned(
        fetchClient.DELETE('/api/v1/commendations/{proposalId}/documents/{commendationDocumentId}', {
          params: { path: { proposalId, commendationDocumentId: paperId }, header: ifMatch(etag) },
        }),
      ),
    onSuccess: (answer) => remember(client, answer),
    onError: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}

export function paperUrl(proposalId: string, paperId: string): string {
  return `/api/v1/commendations/${proposalId}/documents/${paperId}/content`;
}
