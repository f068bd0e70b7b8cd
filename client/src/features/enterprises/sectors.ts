const OTHER = 'other';

/** `other` is no entry of the province's list of priority sectors. */
export function sectorName(code: string, nameOf: (code: string) => string, other: string): string {
  return code === OTHER ? other : nameOf(code);
}
