import { expect, it } from 'vitest';
import { ApiError } from '@/api/client';
import { groupChanges, shownValue } from './changes';
import { parsePack, type PackChange } from './queries';

function change(entity: string, code: string): PackChange {
  return { kind: 'changed', entity, code, property: 'title', before: 'a', after: 'b' };
}

it('groups changes by list and keeps their order', () => {
  const groups = groupChanges([change('agencies', '1'), change('programs', '2'), change('agencies', '3')]);
  expect(groups.map((group) => [group.entity, group.changes.map((item) => item.code)])).toEqual([
    ['agencies', ['1', '3']],
    ['programs', ['2']],
  ]);
});

it.each([
  [null, '—'],
  [undefined, '—'],
  ['Huyện Đắk Tô', 'Huyện Đắk Tô'],
  [45_000_000, '45000000'],
  [['K3.1', 'K3.2'], '["K3.1","K3.2"]'],
])('shows %j as %j', (value, shown) => {
  expect(shownValue(value)).toBe(shown);
});

it('reads a pack with or without a byte order mark', () => {
  expect(parsePack('\uFEFF{"key":"KT2021"}')).toEqual({ key: 'KT2021' });
});

it.each([
  ['{"key":', 'input.malformedJson'],
  ['[]', 'input.wrongType'],
  ['"KT2021"', 'input.wrongType'],
])('refuses %s with %s', (text, code) => {
  expect(() => parsePack(text)).toThrow(expect.objectContaining({ code }) as ApiError);
});
