import { describe, expect, it } from 'vitest';
import { chosenUnit, OTHER_UNIT, unitKindOf } from './units';

const OPTIONS = [{ value: 'iso22000' }, { value: 'traceability' }];

describe('the unit of a line', () => {
  it.each([
    ['system', 'system'],
    ['product', 'product'],
    ['productOrService', 'product'],
    [null, undefined],
    [undefined, undefined],
  ] as const)('counted by %s is a %s', (capUnit, kind) => {
    expect(unitKindOf(capUnit)).toBe(kind);
  });

  it.each([
    ['of the catalogue', { unitKey: 'iso22000', unitName: 'TCVN ISO 22000:2018' }, 'iso22000'],
    ['in words only', { unitKey: '', unitName: 'Quy trình riêng' }, OTHER_UNIT],
    ['of an older catalogue', { unitKey: 'barcode:ca-phe', unitName: 'Mã số mã vạch' }, OTHER_UNIT],
    ['not chosen yet', { unitKey: '', unitName: ' ' }, null],
  ])('%s', (_case, line, chosen) => {
    expect(chosenUnit(line, OPTIONS)).toBe(chosen);
  });
});
