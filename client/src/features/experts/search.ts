import { z } from 'zod';
import { listSearch } from '@/shared/lib/use-list-state';

export const SOURCE_GROUPS = ['officials', 'organizations', 'enterprises'] as const;
export const EXPERT_STATUSES = ['active', 'inactive'] as const;

export const expertSearch = listSearch.extend({
  sourceGroup: z.enum(SOURCE_GROUPS).optional().catch(undefined),
  status: z.enum(EXPERT_STATUSES).optional().catch(undefined),
  trainedIn: z.number().int().min(2000).max(2199).optional().catch(undefined),
});

export type ExpertSearch = z.infer<typeof expertSearch>;
