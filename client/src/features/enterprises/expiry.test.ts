import { expect, it } from 'vitest';
import { expiryOf } from './expiry';

it.each([
  [null, 'none'],
  ['2022-10-02', 'expired'],
  ['2022-10-03', 'soon'],
  ['2023-01-01', 'soon'],
  ['2023-01-02', 'valid'],
])('a certificate valid until %s is %s on 3 October 2022', (expiresOn, state) => {
  expect(expiryOf(expiresOn, '2022-10-03')).toBe(state);
});
