const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** A synthetic tax code whose check digit holds (tenth digit = 10 − weighted sum mod 11); each run takes another one. */
export function syntheticTaxCode(): string {
  for (;;) {
    const serial = 1 + Math.floor(Math.random() * 9_999_998);
    const base = `61${String(serial).padStart(7, '0')}`;
    const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(base[index]), 0);
    const check = 10 - (sum % 11);
    if (check >= 0 && check < 10) return `${base}${check}`;
  }
}

export function withWrongCheckDigit(taxCode: string): string {
  return `${taxCode.slice(0, 9)}${(Number(taxCode[9]) + 1) % 10}`;
}
