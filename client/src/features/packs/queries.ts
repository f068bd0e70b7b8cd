import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError, body, fetchClient, idempotencyKey, type Schemas } from '@/api/client';
import { DEFAULT_PAGE_SIZE, type ListSearch } from '@/shared/lib/use-list-state';

export type Pack = Schemas['PackDetails'];
export type PackDiff = Schemas['PackDiff'];
export type PackChange = Schemas['PackChange'];

/** A pack as it was read from a file; its shape is the server's to judge. */
export type PackDocument = Record<string, never>;

export function packsQuery(search: ListSearch) {
  const { sort, limit = DEFAULT_PAGE_SIZE, cursor } = search;
  return queryOptions({
    queryKey: ['packs', 'list', search],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/packs', { params: { query: { sort, limit, cursor, count: true } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function packDownloadUrl(key: string): string {
  return `/api/v1/packs/${encodeURIComponent(key)}`;
}

/** A file that is no JSON object is refused with the words of the API's own catalogue. */
export function parsePack(text: string): PackDocument {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new ApiError(400, { code: 'input.malformedJson' });
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new ApiError(400, { code: 'input.wrongType' });
  }
  return parsed as PackDocument;
}

export async function comparePack(document: PackDocument, signal?: AbortSignal): Promise<PackDiff> {
  return body(fetchClient.POST('/api/v1/packs/diffs', { body: document, signal }));
}

export function useImportPack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ document, key }: { document: PackDocument; key: string }) =>
      body(
        fetchClient.POST('/api/v1/packs/imports', {
          params: { header: idempotencyKey(key) },
          body: document,
        }),
      ),
    // A pack brings programs, policies and reference lists: nothing that was read before is sure to be right.
    onSuccess: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'identity' && queryKey[0] !== 'problems',
      }),
  });
}
