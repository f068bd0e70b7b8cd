import type { Schemas } from '@/api/client';

export type ImportCheck = Schemas['EnterpriseImportCheck'];
export type Finding = Schemas['ImportFinding'];

/** What Excel would take for a formula gets an apostrophe in front: the file quotes names that others have written. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The findings as a file for whoever corrects the sheet; with a byte order mark, so that Excel reads its letters. */
export function findingsCsv(
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const lines = [headings, ...rows].map((row) => row.map((cell) => field(String(cell))).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
