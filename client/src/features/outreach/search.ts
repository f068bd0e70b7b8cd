import { z } from 'zod';
import { listSearch } from '@/shared/lib/use-list-state';

export const CAMPAIGN_STATUSES = ['open', 'closed'] as const;
export const STAGES = ['prospect', 'surveyed', 'mobilized', 'guided', 'applied', 'declined'] as const;
export const FIGURES = ['surveyed', 'mobilized', 'guided', 'applied', 'declined'] as const;
export const CHANNELS = ['visit', 'meeting', 'phone', 'letter', 'email', 'other'] as const;

const year = z.number().int().min(2000).max(2199).optional().catch(undefined);

export const campaignSearch = listSearch.extend({
  year,
  status: z.enum(CAMPAIGN_STATUSES).optional().catch(undefined),
});

export const prospectSearch = listSearch.extend({
  stage: z.enum(STAGES).optional().catch(undefined),
  districtCode: z.string().max(20).optional().catch(undefined),
  reason: z.string().max(80).optional().catch(undefined),
  figure: z.enum(FIGURES).optional().catch(undefined),
});

/** The same list over all campaigns of a year and a program. */
export const yearSearch = prospectSearch.extend({
  year,
  programId: z.uuid().optional().catch(undefined),
});

export type CampaignSearch = z.infer<typeof campaignSearch>;
export type ProspectSearch = z.infer<typeof prospectSearch>;
export type YearSearch = z.infer<typeof yearSearch>;
