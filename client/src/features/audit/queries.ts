import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { body, fetchClient, type Schemas } from '@/api/client';
import { DEFAULT_PAGE_SIZE } from '@/shared/lib/use-list-state';
import { type AuditSearch } from './search';

export type AuditEntry = Schemas['AuditEntryItem'];
export type AuditVerification = Schemas['AuditVerification'];

export function auditEntriesQuery(search: AuditSearch) {
  const { action, actorId, entityId, from, to, sort, limit = DEFAULT_PAGE_SIZE, cursor } = search;
  return queryOptions({
    queryKey: ['audit', 'entries', search],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/audit-entries', {
          params: { query: { action, actorId, entityId, from, to, sort, limit, cursor, count: true } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Walks the chain of the caller's province; the answer is shown once and never kept. */
export function useVerifyAuditTrail() {
  return useMutation({
    mutationFn: () => body(fetchClient.POST('/api/v1/audit-verifications', { body: {} })),
  });
}
