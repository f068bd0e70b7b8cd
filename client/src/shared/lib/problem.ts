import i18n from 'i18next';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { ApiError, type FieldProblem, type ProblemArgs } from '@/api/client';
import { permissionName } from './permissions';
import { formatDate, formatDateTime, formatInt } from './vi';

/** One entry of GET /api/v1/problem-codes; `{name}` in the texts stands for an argument. */
export type ProblemCode = {
  code: string;
  titleVi: string;
  titleEn: string;
  detailVi: string;
  detailEn: string;
};

export type ProblemText = {
  title: string;
  detail: string;
  code: string;
  status: number;
  traceId: string | undefined;
};

const NAMESPACE = 'problems';

/** Puts the API's catalogue of problem codes into the i18n namespace `problems`. */
export function addProblemCodes(items: readonly ProblemCode[]): void {
  const vi: Record<string, { title: string; detail: string }> = {};
  const en: typeof vi = {};
  for (const item of items) {
    vi[item.code] = { title: item.titleVi, detail: item.detailVi };
    en[item.code] = { title: item.titleEn, detail: item.detailEn };
  }
  i18n.addResourceBundle('vi', NAMESPACE, vi, false, true);
  i18n.addResourceBundle('en', NAMESPACE, en, false, true);
}

function formatArg(value: unknown): string {
  if (typeof value === 'number') {
    // Years and small counts are written plainly, amounts with thousands set apart.
    return Number.isInteger(value) && Math.abs(value) < 10_000 ? String(value) : formatInt(value);
  }
  if (Array.isArray(value)) return value.map(formatArg).join(', ');
  if (typeof value !== 'string') return value == null ? '' : JSON.stringify(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return formatDateTime(value);
  return value;
}

function formatNamed(name: string, value: unknown): string {
  return name === 'permission' && typeof value === 'string' ? permissionName(value) : formatArg(value);
}

export function fillArgs(template: string, args: ProblemArgs): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    name in args ? formatNamed(name, args[name]) : placeholder,
  );
}

type CatalogueEntry = { title: string; detail: string };

function catalogueEntry(code: string): CatalogueEntry | undefined {
  const language = i18n.resolvedLanguage === 'en' ? 'en' : 'vi';
  const bundle = i18n.getResourceBundle(language, NAMESPACE) as Record<string, CatalogueEntry> | undefined;
  return bundle?.[code];
}

type Fallback =
  | 'network'
  | 'badRequest'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'stale'
  | 'tooLarge'
  | 'tooMany'
  | 'unavailable'
  | 'server';

const FALLBACK_BY_STATUS: Record<number, Fallback> = {
  0: 'network',
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  412: 'stale',
  413: 'tooLarge',
  422: 'badRequest',
  428: 'stale',
  429: 'tooMany',
  503: 'unavailable',
};

/** What went wrong, in the language of the screen: by code and args, else by status – never the English log text. */
export function problemText(error: unknown): ProblemText {
  if (!(error instanceof ApiError)) {
    return {
      title: i18n.t('state.crashed'),
      detail: i18n.t('state.crashedHint'),
      code: 'client.error',
      status: -1,
      traceId: undefined,
    };
  }
  const known = catalogueEntry(error.code);
  const fallback = FALLBACK_BY_STATUS[error.status] ?? (error.status < 500 ? 'badRequest' : 'server');
  return {
    title: known ? fillArgs(known.title, error.args) : i18n.t(`problem.${fallback}.title`),
    detail: known ? fillArgs(known.detail, error.args) : i18n.t(`problem.${fallback}.detail`),
    code: error.code,
    status: error.status,
    traceId: error.traceId,
  };
}

export function fieldProblemText(problem: FieldProblem): string {
  const known = catalogueEntry(problem.code);
  if (!known) return i18n.t('validation.invalid');
  const args = problem.args ?? {};
  const title = fillArgs(known.title, args);
  // Codes of the input's shape say it all in their title; rules add what to do.
  return problem.code.startsWith('input.') ? title : `${title}. ${fillArgs(known.detail, args)}`;
}

/** JSON pointer → form path: `/supportLines/0/eligibleCost` → `supportLines.0.eligibleCost`; '' for anything else. */
export function pointerToPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

function hasPath(values: unknown, path: string): boolean {
  let current: unknown = values;
  for (const part of path.split('.')) {
    if (typeof current !== 'object' || current === null || !(part in current)) return false;
    current = (current as Record<string, unknown>)[part];
  }
  return true;
}

export type AppliedProblem = {
  /** Shown above the form; null when every message found its field. */
  banner: ApiError | Error | null;
  /** Field messages that belong to no field of this form. */
  others: string[];
  /** Form paths that now carry a message, in the API's order. */
  fields: string[];
};

type FormTarget<T extends FieldValues> = Pick<UseFormReturn<T>, 'setError' | 'getValues'>;

/**
 * Puts a failure where the user can act on it: messages with a pointer to their fields, everything else to the banner.
 * `rename` maps API paths to form paths where the two differ.
 */
export function applyProblem<T extends FieldValues>(
  error: unknown,
  form: FormTarget<T>,
  rename: Readonly<Record<string, string>> = {},
): AppliedProblem {
  if (!(error instanceof ApiError)) {
    return { banner: error instanceof Error ? error : new Error(String(error)), others: [], fields: [] };
  }
  const values = form.getValues();
  const fields: string[] = [];
  const others: string[] = [];
  for (const problem of error.errors) {
    const apiPath = pointerToPath(problem.pointer);
    const path = rename[apiPath] ?? apiPath;
    const text = fieldProblemText(problem);
    if (path !== '' && hasPath(values, path)) {
      form.setError(path as Path<T>, { type: problem.code, message: text });
      fields.push(path);
    } else {
      others.push(text);
    }
  }
  const everyMessageHasItsField = fields.length > 0 && others.length === 0;
  return { banner: everyMessageHasItsField ? null : error, others, fields };
}
