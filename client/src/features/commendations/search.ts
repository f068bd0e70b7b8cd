import { z } from 'zod';
import { listSearch } from '@/shared/lib/use-list-state';
import { KINDS, STATUSES } from './status';

export const commendationSearch = listSearch.extend({
  kind: z.enum(KINDS).optional().catch(undefined),
  status: z.enum(STATUSES).optional().catch(undefined),
  form: z.string().max(80).optional().catch(undefined),
  programId: z.uuid().optional().catch(undefined),
  year: z.number().int().min(2000).max(2199).optional().catch(undefined),
});

export type CommendationSearch = z.infer<typeof commendationSearch>;
