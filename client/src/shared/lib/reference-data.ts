import { queryOptions, useQuery } from '@tanstack/react-query';
import { body, fetchClient } from '@/api/client';
import { inLanguage } from './labels';

export type NamedCode = { code: string; nameVi: string; nameEn: string };
export type Option = { value: string; label: string };

export type Names = {
  options: Option[];
  /** The name of a code; the code itself while the list is not there or does not know it. */
  nameOf: (code: string | null | undefined) => string;
};

// Lists of packs change with an import at most, and that clears the cache.
const RARELY = { staleTime: Infinity } as const;

export function referenceListQuery(list: string) {
  return queryOptions({
    queryKey: ['reference-data', list],
    queryFn: async ({ signal }): Promise<NamedCode[]> => {
      const answer = await body(
        fetchClient.GET('/api/v1/reference-data/{list}', { params: { path: { list } }, signal }),
      );
      return answer.items;
    },
    ...RARELY,
  });
}

type Units = { current: NamedCode[]; former: NamedCode[] };

// The district tier ended on 1 July 2025; records keep the unit as it was.
const LAST_DAY_OF_DISTRICTS = '2025-06-30';

async function adminUnits(
  query: { level: 'district' | 'commune'; asOf?: string },
  signal: AbortSignal,
): Promise<NamedCode[]> {
  const answer = await body(fetchClient.GET('/api/v1/admin-units', { params: { query }, signal }));
  return answer.items;
}

/** Units that an address is recorded by: districts, and since they ended communes. */
export const districtsQuery = queryOptions({
  queryKey: ['reference-data', 'districts'],
  queryFn: async ({ signal }): Promise<Units> => {
    const districts = await adminUnits({ level: 'district' }, signal);
    if (districts.length > 0) return { current: districts, former: [] };
    const [current, former] = await Promise.all([
      adminUnits({ level: 'commune' }, signal),
      adminUnits({ level: 'district', asOf: LAST_DAY_OF_DISTRICTS }, signal),
    ]);
    return { current, former };
  },
  ...RARELY,
});

/** Names of all; to choose from are the first ones only. */
export function toNames(choices: readonly NamedCode[], former: readonly NamedCode[] = []): Names {
  const named = ({ code, nameVi, nameEn }: NamedCode) => [code, inLanguage(nameVi, nameEn)] as const;
  const names = new Map([...former, ...choices].map(named));
  return {
    options: choices.map(named).map(([value, label]) => ({ value, label })),
    nameOf: (code) => (code ? (names.get(code) ?? code) : '—'),
  };
}

const NOTHING: NamedCode[] = [];

/** Items of a small list of the packs, such as `prioritySectors` or `managementSystems`. */
export function useReferenceList(list: string): Names {
  const { data = NOTHING } = useQuery(referenceListQuery(list));
  return toNames(data);
}

export function useDistricts(): Names {
  const { data } = useQuery(districtsQuery);
  return toNames(data?.current ?? NOTHING, data?.former);
}
