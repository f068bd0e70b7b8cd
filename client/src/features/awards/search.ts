import { z } from 'zod';
import type { Schemas } from '@/api/client';
import { listSearch } from '@/shared/lib/use-list-state';
import { NOMINATION_STATUSES, SEASON_STATUSES, TYPES } from './status';

export const LEVELS = ['gold', 'silver', 'awardLegacy'] as const satisfies readonly Schemas['AwardLevel'][];

const year = z.number().int().min(1996).max(2200).optional().catch(undefined);

export const publicWinnerSearch = z.object({
  year,
  province: z.string().max(32).optional().catch(undefined),
});

export type PublicWinnerSearch = z.infer<typeof publicWinnerSearch>;

export const winSearch = listSearch.extend({ year, level: z.enum(LEVELS).optional().catch(undefined) });

export type WinSearch = z.infer<typeof winSearch>;

export const seasonSearch = listSearch.extend({
  status: z.enum(SEASON_STATUSES).optional().catch(undefined),
  year,
});

export type SeasonSearch = z.infer<typeof seasonSearch>;

export const nominationSearch = listSearch.extend({
  status: z.enum(NOMINATION_STATUSES).optional().catch(undefined),
  type: z.enum(TYPES).optional().catch(undefined),
});

export type NominationSearch = z.infer<typeof nominationSearch>;
