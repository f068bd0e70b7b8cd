import { queryOptions } from '@tanstack/react-query';
import { body, fetchClient, type Schemas } from './client';

/** What pickers of several capabilities choose from. */

export type PolicyItemChoice = Pick<Schemas['PolicyItemDetails'], 'code' | 'title' | 'titleEn' | 'capUnit'>;

const REFERENCE_MS = 10 * 60_000;

export const programChoicesQuery = queryOptions({
  queryKey: ['reference', 'programs'],
  queryFn: async ({ signal }) => {
    const { items } = await body(
      fetchClient.GET('/api/v1/programs', { params: { query: { limit: 100 } }, signal }),
    );
    return items;
  },
  staleTime: REFERENCE_MS,
});

/** The programs that can be applied for on a date: those with a policy in force. */
export const openProgramsQuery = (today: string | undefined) =>
  queryOptions({
    queryKey: ['reference', 'open-programs', today],
    queryFn: async ({ signal }) => {
      const { items } = await body(
        fetchClient.GET('/api/v1/programs', {
          params: { query: { policyInForceOn: today!, limit: 100 } },
          signal,
        }),
      );
      return items;
    },
    enabled: today !== undefined,
    staleTime: REFERENCE_MS,
  });

/** What an applicant can ask for under a program on a date. */
export const policyItemChoicesQuery = (programId: string | undefined, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['reference', 'policy-items', programId, asOf],
    queryFn: async ({ signal }) => {
      const { items } = await body(
        fetchClient.GET('/api/v1/programs/{programId}/policy-versions', {
          params: { path: { programId: programId! } },
          signal,
        }),
      );
      return itemsInForce(items, asOf);
    },
    enabled: programId !== undefined,
    staleTime: REFERENCE_MS,
  });

type Version = Pick<Schemas['PolicyVersionDetails'], 'effectiveFrom' | 'effectiveTo'> & {
  items: readonly Pick<
    Schemas['PolicyItemDetails'],
    'code' | 'title' | 'titleEn' | 'capUnit' | 'fundingMode'
  >[];
};

/** The items of the version in force on the date; what the state runs itself cannot be asked for. */
export function itemsInForce(versions: readonly Version[], asOf: string | undefined): PolicyItemChoice[] {
  const inForce = versions.find(
    ({ effectiveFrom, effectiveTo }) =>
      asOf === undefined || (effectiveFrom <= asOf && (effectiveTo == null || asOf <= effectiveTo)),
  );
  return (inForce?.items ?? []).filter(({ fundingMode }) => fundingMode !== 'stateRun');
}

/** Found by name without marks, or by tax code. */
export const enterpriseChoicesQuery = (q: string) =>
  queryOptions({
    queryKey: ['reference', 'enterprises', q],
    queryFn: async ({ signal }) => {
      const { items } = await body(
        fetchClient.GET('/api/v1/enterprises', { params: { query: { limit: 20, q } }, signal }),
      );
      return items;
    },
    enabled: q.length > 1,
    staleTime: 60_000,
  });

/** What an enterprise makes, for the units that it asks support for. */
export const enterpriseProductsQuery = (enterpriseId: string) =>
  queryOptions({
    queryKey: ['reference', 'enterprise-products', enterpriseId],
    queryFn: async ({ signal }) => {
      const { products } = await body(
        fetchClient.GET('/api/v1/enterprises/{enterpriseId}', { params: { path: { enterpriseId } }, signal }),
      );
      return products;
    },
    staleTime: 60_000,
  });
