import type { PolicyItemChoice } from '@/api/reference';
import type { DraftLine } from './draft';

export type UnitKind = 'system' | 'product';

/** The choice of whoever finds the unit in no list and names it in words. */
export const OTHER_UNIT = 'other';

/** What a unit of the item is; undefined where the policy counts by nothing of the two. */
export function unitKindOf(capUnit: PolicyItemChoice['capUnit']): UnitKind | undefined {
  if (capUnit === 'system') return 'system';
  return capUnit === 'product' || capUnit === 'productOrService' ? 'product' : undefined;
}

/** The entry that stands for the line's unit; null as long as there is none. */
export function chosenUnit(
  line: Pick<DraftLine, 'unitKey' | 'unitName'>,
  options: readonly { value: string }[],
): string | null {
  if (options.some(({ value }) => value === line.unitKey)) return line.unitKey;
  return line.unitKey === '' && line.unitName.trim() === '' ? null : OTHER_UNIT;
}
