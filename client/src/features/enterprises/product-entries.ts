import type { Product, ProductEntry } from './queries';

const FIELDS = ['name', 'sectorCode', 'gtin', 'criteriaEvidence', 'standards'] as const;

/** The list as the API takes it: every product named by its id, because support is counted per product. */
export function entriesOf(products: readonly Product[]): ProductEntry[] {
  return products.map((product) => ({ ...product }));
}

/** One standard per line or separated by semicolons; commas belong to no number of a standard. */
export function toStandards(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\n;]/)
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    ),
  ];
}

/** The form shows one product; the API speaks of its place in the whole list. */
export function renameAt(index: number): Record<string, string> {
  return Object.fromEntries(FIELDS.map((field) => [`products.${index}.${field}`, field]));
}
