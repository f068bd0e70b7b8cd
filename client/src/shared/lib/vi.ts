import i18n from 'i18next';

/**
 * Vietnamese helpers: the one place for collation, folding, number and date formats.
 * Numbers follow the language of the screen (90.000.000 ₫, 90,000,000 ₫); dates are written dd/MM/yyyy in both languages,
 * as on the printed papers.
 */

export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** Largest amount the API takes, in đồng; still exact in a double. */
export const MAX_MONEY = 9_000_000_000_000_000;

const collator = new Intl.Collator('vi', { numeric: true, sensitivity: 'variant' });

export function compareVi(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Search form without marks: "Đắk Tô" and "dak to" meet; takes NFD input from macOS as well. */
export function foldVi(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[’‘`´]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

export function matchesVi(haystack: string, needle: string): boolean {
  const folded = foldVi(needle);
  return folded === '' || foldVi(haystack).includes(folded);
}

const NONE = '—';

function numberFormats(locale: string) {
  return {
    integer: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
    decimal: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }),
    percent: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }),
  };
}
const vietnamese = numberFormats('vi-VN');
const english = numberFormats('en-US');

function isEnglish(): boolean {
  return i18n.resolvedLanguage === 'en';
}

function formats() {
  return isEnglish() ? english : vietnamese;
}

/** Marks of thousands and decimals in the language of the screen, for the fields that numbers are typed into. */
export function numberMarks(): { thousandSeparator: string; decimalSeparator: string } {
  return isEnglish()
    ? { thousandSeparator: ',', decimalSeparator: '.' }
    : { thousandSeparator: '.', decimalSeparator: ',' };
}

/** Whole đồng with its unit: `45.000.000 ₫`, in English `45,000,000 ₫` (a no-break space stands before the sign). */
export function formatVnd(amount: number | null | undefined): string {
  return amount == null ? NONE : `${formats().integer.format(amount)}\u00a0₫`;
}

export function formatInt(value: number | null | undefined): string {
  return value == null ? NONE : formats().integer.format(value);
}

export function formatDecimal(value: number | null | undefined): string {
  return value == null ? NONE : formats().decimal.format(value);
}

/** A fraction as a percentage: 0.942 → `94,2%`, in English `94.2%`. */
export function formatPercent(fraction: number | null | undefined): string {
  return fraction == null ? NONE : formats().percent.format(fraction);
}

/** A rate of the API in hundredths of a percent: 5000 → `50%`. */
export function formatRate(hundredthsOfPercent: number | null | undefined): string {
  return hundredthsOfPercent == null ? NONE : formats().percent.format(hundredthsOfPercent / 10_000);
}

/** Short form for Vietnamese plain words: 45000000 → `45 triệu đồng`; falls back to the full number when it is not round. */
export function formatVndShort(amount: number): string {
  if (amount >= 1_000_000_000 && amount % 10_000_000 === 0) {
    return `${vietnamese.decimal.format(amount / 1_000_000_000)} tỷ đồng`;
  }
  if (amount >= 1_000_000 && amount % 10_000 === 0) {
    return `${vietnamese.decimal.format(amount / 1_000_000)} triệu đồng`;
  }
  return `${vietnamese.integer.format(amount)} đồng`;
}

function dateFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone });
}
const localDate = dateFormat(TIME_ZONE);
const utcDate = dateFormat('UTC');
const isoDate = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE });
const localTime = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: TIME_ZONE,
});

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** dd/MM/yyyy. A date-only value never shifts across zones; an instant is shown in Vietnam time. */
export function formatDate(iso: string | null | undefined): string {
  if (!iso) return NONE;
  return DATE_ONLY.test(iso) ? utcDate.format(new Date(`${iso}T00:00:00Z`)) : localDate.format(new Date(iso));
}

/** dd/MM/yyyy HH:mm in Vietnam time; the platform's own format would put the time first. */
export function formatDateTime(iso: string | null | undefined): string {
  if (!iso) return NONE;
  const instant = new Date(iso);
  return `${localDate.format(instant)} ${localTime.format(instant)}`;
}

export function formatTime(instant: Date | string): string {
  return localTime.format(new Date(instant));
}

/** Today in Vietnam as yyyy-MM-dd (UTC is still yesterday before 07:00). Rules use the API's business date instead. */
export function todayVi(now: Date = new Date()): string {
  return isoDate.format(now);
}

/**
 * Reads 5/3/2026, 05-03-2026, 05.03.2026, 05032026, 5/3/26 and "ngày 5 tháng 3 năm 2026" as yyyy-MM-dd.
 * Day first, always; null when it is no date.
 */
export function parseViDate(input: string): string | null {
  const text = foldVi(input);
  const match =
    /^(\d{1,2})[/\-. ](\d{1,2})[/\-. ](\d{4}|\d{2})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text) ??
    /^(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})$/.exec(text);
  if (!match) return null;
  const day = Number(match[1]);
  const month = Number(match[2]);
  const year = Number(match[3]) < 100 ? 2000 + Number(match[3]) : Number(match[3]);
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/**
 * Reads `491300000`, `491.300.000` (on an English screen `491,300,000`) and `491 300 000 ₫`; null for anything else, so that
 * 491,3 is never taken for 491.
 */
export function parseVnd(input: string): number | null {
  const text = input
    .replace(/\s*(₫|đ|đồng|vnd|vnđ)\s*$/i, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
  const grouped = isEnglish()
    ? /^\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*$/
    : /^\d{1,3}(?:([. ])\d{3})(?:\1\d{3})*$/;
  const digits = /^\d+$/.test(text) ? text : grouped.test(text) ? text.replace(/[., ]/g, '') : null;
  if (digits === null) return null;
  const amount = Number(digits);
  return amount <= MAX_MONEY ? amount : null;
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const SCALES = ['', ' nghìn', ' triệu'] as const;
const BILLION = 1_000_000_000;

function groupInWords(group: number, afterHigherGroup: boolean): string {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor((group % 100) / 10);
  const units = group % 10;
  const readHundreds = hundreds > 0 || afterHigherGroup;
  const words: string[] = [];

  if (readHundreds) words.push(DIGITS[hundreds]!, 'trăm');

  if (tens > 1) words.push(DIGITS[tens]!, 'mươi');
  else if (tens === 1) words.push('mười');
  else if (units > 0 && readHundreds) words.push('linh');

  if (units === 1 && tens > 1) words.push('mốt');
  else if (units === 4 && tens > 1) words.push('tư');
  else if (units === 5 && tens > 0) words.push('lăm');
  else if (units > 0) words.push(DIGITS[units]!);

  return words.join(' ');
}

function integerInWords(value: number, afterHigherGroup: boolean): string {
  if (value >= BILLION) {
    const rest = value % BILLION;
    const billions = `${integerInWords(Math.floor(value / BILLION), afterHigherGroup)} tỷ`;
    return rest === 0 ? billions : `${billions} ${integerInWords(rest, true)}`;
  }
  const words: string[] = [];
  for (let scale = 2; scale >= 0; scale -= 1) {
    const group = Math.floor(value / 1000 ** scale) % 1000;
    if (group > 0) {
      words.push(groupInWords(group, afterHigherGroup || words.length > 0) + SCALES[scale]!);
    }
  }
  return words.join(' ');
}

/** Amount in words as official letters write it (nghìn, linh, mốt, tư): 45000000 → "Bốn mươi lăm triệu đồng". */
export function vndInWords(amount: number): string {
  const words = amount === 0 ? 'không' : integerInWords(Math.abs(amount), false);
  const signed = amount < 0 ? `âm ${words}` : words;
  return `${signed.charAt(0).toUpperCase()}${signed.slice(1)} đồng`;
}
