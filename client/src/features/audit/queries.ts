import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { body, fetchClient, type Schemas } from '@/api/client';
import { DEFAULT_PAGE_SIZE, listSearch } from '@/shared/lib/use-list-state';

export type AuditEntry = Schemas['AuditEntryItem'];
export type AuditVerification = Schemas['AuditVerification'];

const id = z.guid().optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

export const auditSearch = listSearch.omit({ q: true }).extend({
  action: z.string().max(100).optional().catch(undefined),
  actorId: id,
  entityId: id,
  from: day,
  to: day,
});

export type AuditSearch = z.infer<typeof auditSearch>;

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
