import { expect, it } from 'vitest';
import { readable } from './changes';

it.each([
  [null, '—'],
  ['', '—'],
  ['2022-10-03', '03/10/2022'],
  ['2022-10-03T01:00:00Z', '03/10/2022 08:00'],
  ['submitted', 'submitted'],
  ['2022', '2022'],
])('shows %j as %j', (stored, shown) => {
  expect(readable(stored)).toBe(shown);
});
