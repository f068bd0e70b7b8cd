/** Days before the end of a certificate from which on its renewal is due. */
const RENEWAL_DAYS = 90;
const DAY_MS = 86_400_000;

export type Expiry = 'none' | 'valid' | 'soon' | 'expired';

/** `expiresOn` is the last day the certificate is valid. */
export function expiryOf(expiresOn: string | null | undefined, today: string): Expiry {
  if (!expiresOn) return 'none';
  if (expiresOn < today) return 'expired';
  const left = (Date.parse(expiresOn) - Date.parse(today)) / DAY_MS;
  return left <= RENEWAL_DAYS ? 'soon' : 'valid';
}
