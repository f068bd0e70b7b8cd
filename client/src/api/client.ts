import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryHooks from 'openapi-react-query';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

export type ProblemArgs = Record<string, unknown>;

/** One refused input field; `pointer` is a JSON pointer into the request body. */
export type FieldProblem = {
  pointer: string;
  code: string;
  args?: ProblemArgs | null;
  detail?: string | null;
};

/** The API's problem+json (RFC 9457 with a stable code). */
export type Problem = {
  code?: string | null;
  title?: string | null;
  detail?: string | null;
  args?: ProblemArgs | null;
  errors?: FieldProblem[] | null;
  traceId?: string | null;
};

/** Status 0 means that no answer came. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly args: ProblemArgs;
  readonly errors: FieldProblem[];
  readonly traceId: string | undefined;
  /** Seconds to wait, from Retry-After. */
  readonly retryAfter: number | undefined;

  constructor(status: number, problem: Problem, retryAfter?: number) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.name = 'ApiError';
    this.status = status;
    this.code = problem.code ?? (status === 0 ? 'client.network' : `http.${status}`);
    this.args = problem.args ?? {};
    this.errors = problem.errors ?? [];
    this.traceId = problem.traceId ?? undefined;
    this.retryAfter = retryAfter;
  }
}

export async function toApiError(response: Response): Promise<ApiError> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const problem = isJson ? ((await response.json().catch(() => ({}))) as Problem) : {};
  const retryAfter = Number(response.headers.get('retry-after'));
  return new ApiError(response.status, problem, retryAfter > 0 ? retryAfter : undefined);
}

export const CSRF_HEADER = 'X-CSRF-Token';
const SESSION_PATH = '/api/v1/session';
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

let antiforgeryToken: string | null = null;
let onSignedOut: () => void = () => undefined;

/** The token of the session that was read last; sent with every request that changes something. */
export function setAntiforgeryToken(token: string | null | undefined): void {
  antiforgeryToken = token ?? null;
}

export function getAntiforgeryToken(): string | null {
  return antiforgeryToken;
}

/** What to do when the server no longer knows the session. */
export function onSessionLost(handler: () => void): void {
  onSignedOut = handler;
}

export function reportSessionLost(): void {
  onSignedOut();
}

const antiforgery: Middleware = {
  onRequest({ request }) {
    if (!SAFE_METHODS.has(request.method) && antiforgeryToken !== null) {
      request.headers.set(CSRF_HEADER, antiforgeryToken);
    }
    return request;
  },
};

/** Every refused request becomes one ApiError, so that queries, mutations and routes treat failures in one way. */
const problems: Middleware = {
  async onResponse({ request, response }) {
    if (response.ok) return undefined;
    // A wrong password is a 401 as well, but no lost session.
    if (response.status === 401 && new URL(request.url).pathname !== SESSION_PATH) reportSessionLost();
    throw await toApiError(response);
  },
};

async function reachableFetch(request: Request): Promise<Response> {
  try {
    return await globalThis.fetch(request);
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw new ApiError(0, {});
  }
}

export const fetchClient = createFetchClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  querySerializer: { array: { style: 'form', explode: true } },
  fetch: reachableFetch,
});
fetchClient.use(antiforgery, problems);

export const api = createQueryHooks(fetchClient);

type Answer<T> = Promise<{ data?: T; response: Response }>;

/** The body of an answer; a refused request has already been thrown as ApiError. */
export async function body<T>(answer: Answer<T>): Promise<NonNullable<T>> {
  const { data } = await answer;
  return data as NonNullable<T>;
}

/** A representation together with the version it was read at. */
export type Versioned<T> = { data: T; etag: string };

export async function versioned<T>(answer: Answer<T>): Promise<Versioned<NonNullable<T>>> {
  const { data, response } = await answer;
  return { data: data as NonNullable<T>, etag: response.headers.get('etag') ?? '' };
}

export function ifMatch(etag: string): { 'If-Match': string } {
  return { 'If-Match': etag };
}

/** One key per intended act: keep it across retries of the same act, take a new one for the next. */
export function newIdempotencyKey(): string {
  // randomUUID exists only in secure contexts; an internal address over plain http is none.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function idempotencyKey(key: string = newIdempotencyKey()): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}
