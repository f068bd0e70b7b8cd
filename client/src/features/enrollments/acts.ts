import { z } from 'zod';
import type { Schemas } from '@/api/client';
import { MAX_MONEY } from '@/shared/lib/vi';

export const supplementSchema = z.object({
  reason: z.string().trim().min(1).max(2_000),
  deadline: z.iso.date(),
  items: z.array(z.string()).min(1),
});

export type Supplement = z.input<typeof supplementSchema>;

export const OUTCOMES = [
  'approve',
  'approveWithChanges',
  'notApprove',
] as const satisfies readonly Schemas['CouncilOutcome'][];

export const conclusionSchema = z.object({
  outcome: z.enum(OUTCOMES),
  meetingOn: z.iso.date(),
  lines: z.array(
    z.object({ proposedCost: z.number().int().min(0).max(MAX_MONEY), isConfirmed: z.boolean() }),
  ),
  note: z.string().max(2_000),
});

export type Conclusion = z.input<typeof conclusionSchema>;

type AskedLine = Pick<Schemas['SupportLineDetails'], 'itemCode' | 'unitKey' | 'eligibleCost'>;

/** Line by line what the outcome says: everything as asked for, as the council changed it, or nothing. */
export function concludedLines(
  asked: readonly AskedLine[],
  { outcome, lines }: Conclusion,
): Schemas['CouncilLineInput'][] {
  return asked.map(({ itemCode, unitKey, eligibleCost }, index) => {
    const changed = outcome === 'approveWithChanges' ? lines[index] : undefined;
    return {
      itemCode,
      unitKey,
      proposedCost: changed?.proposedCost ?? eligibleCost,
      unitCountConfirmed: (changed?.isConfirmed ?? outcome !== 'notApprove') ? 1 : 0,
    };
  });
}
