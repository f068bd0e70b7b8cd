import { expect, it } from 'vitest';
import { renameAt, toStandards } from './product-entries';

it('reads standards line by line, each once', () => {
  expect(toStandards(' TCVN 11892-1:2017 \nISO 22000:2018; TCVN 11892-1:2017\n\n')).toEqual([
    'TCVN 11892-1:2017',
    'ISO 22000:2018',
  ]);
});

it('leads a message about a product of the list to the field of the form', () => {
  expect(renameAt(3)['products.3.gtin']).toBe('gtin');
});
