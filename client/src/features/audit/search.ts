import { z } from 'zod';
import { listSearch } from '@/shared/lib/use-list-state';

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
