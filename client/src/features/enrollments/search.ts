import { z } from 'zod';
import { listSearch } from '@/shared/lib/use-list-state';
import { STATUSES } from './status';

export const enrollmentSearch = listSearch.extend({
  status: z.array(z.enum(STATUSES)).nonempty().optional().catch(undefined),
  programCode: z.string().max(32).optional().catch(undefined),
  enterpriseId: z.guid().optional().catch(undefined),
  waitingForMe: z.literal(true).optional().catch(undefined),
});

export type EnrollmentSearch = z.infer<typeof enrollmentSearch>;
