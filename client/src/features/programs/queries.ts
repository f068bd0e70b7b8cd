import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { body, fetchClient } from '@/api/client';
import { DEFAULT_PAGE_SIZE, type ListSearch } from '@/shared/lib/use-list-state';

export function programsQuery(search: ListSearch) {
  const { sort, limit = DEFAULT_PAGE_SIZE, cursor } = search;
  return queryOptions({
    queryKey: ['programs', 'list', search],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/programs', {
          params: { query: { sort, limit, cursor, count: true } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function programQuery(programId: string) {
  return queryOptions({
    queryKey: ['programs', 'details', programId],
    queryFn: ({ signal }) =>
      body(fetchClient.GET('/api/v1/programs/{programId}', { params: { path: { programId } }, signal })),
  });
}

/** All versions with their items; they are few. */
export function policyVersionsQuery(programId: string) {
  return queryOptions({
    queryKey: ['programs', 'policy-versions', programId],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/programs/{programId}/policy-versions', {
          params: { path: { programId }, query: { limit: 100 } },
          signal,
        }),
      ),
  });
}
