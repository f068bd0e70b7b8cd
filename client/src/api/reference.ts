import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ApiError, toApiError } from './client';

/**
 * What pickers of several capabilities choose from. Read loosely on purpose: a picker needs a name and a code, and stays
 * a plain text field where the list cannot be had.
 */
async function readItems<T>(path: string, item: z.ZodType<T>, signal: AbortSignal): Promise<T[]> {
  let response: Response;
  try {
    response = await fetch(path, { signal, credentials: 'same-origin' });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiError(0, {});
  }
  if (!response.ok) throw await toApiError(response);
  return z.object({ items: z.array(item) }).parse(await response.json()).items;
}

const program = z.object({
  id: z.string(),
  code: z.string(),
  shortTitle: z.string().nullish(),
  title: z.string().nullish(),
});
const policyItem = z.object({
  code: z.string(),
  title: z.string(),
  titleEn: z.string().nullish(),
  rate: z.number().nullish(),
  cap: z.number().nullish(),
  capUnit: z.string().nullish(),
  fundingMode: z.string().nullish(),
});
const policyVersion = z.object({
  effectiveFrom: z.string().nullish(),
  effectiveTo: z.string().nullish(),
  items: z.array(policyItem).optional(),
});
const enterprise = z.object({ id: z.string(), name: z.string(), taxCode: z.string().nullish() });

export type ProgramChoice = z.infer<typeof program>;
export type PolicyItemChoice = z.infer<typeof policyItem>;
export type EnterpriseChoice = z.infer<typeof enterprise>;

export const programChoicesQuery = queryOptions({
  queryKey: ['reference', 'programs'],
  queryFn: ({ signal }) => readItems('/api/v1/programs?limit=100', program, signal),
  staleTime: 10 * 60_000,
  retry: false,
});

/** Items that can be asked for under a program on a date (the newest version that began before it). */
export const policyItemChoicesQuery = (programId: string | undefined, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['reference', 'policy-items', programId, asOf],
    queryFn: async ({ signal }) => {
      const versions = await readItems(
        `/api/v1/programs/${programId}/policy-versions`,
        policyVersion,
        signal,
      );
      return itemsInForce(versions, asOf);
    },
    enabled: programId !== undefined,
    staleTime: 10 * 60_000,
    retry: false,
  });

type PolicyVersionChoice = z.infer<typeof policyVersion>;

export function itemsInForce(
  versions: readonly PolicyVersionChoice[],
  asOf: string | undefined,
): PolicyItemChoice[] {
  const inForce = versions
    .filter(({ effectiveFrom }) => !asOf || !effectiveFrom || effectiveFrom <= asOf)
    .sort((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? 1 : -1));
  return (inForce[0]?.items ?? []).filter(({ fundingMode }) => fundingMode !== 'stateRun');
}

export const enterpriseChoicesQuery = (q: string) =>
  queryOptions({
    queryKey: ['reference', 'enterprises', q],
    queryFn: ({ signal }) =>
      readItems(`/api/v1/enterprises?limit=20&q=${encodeURIComponent(q)}`, enterprise, signal),
    enabled: q.length > 1,
    staleTime: 60_000,
    retry: false,
  });
