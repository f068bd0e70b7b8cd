import { useLocation, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';

export const PAGE_SIZES = [20, 50, 100] as const;
export const DEFAULT_PAGE_SIZE = 20;

declare module '@tanstack/history' {
  interface HistoryState {
    /** Cursors of the pages that were walked through to reach this one; the first page is ''. */
    trail?: string[];
  }
}

/**
 * Search params that every list has; a screen adds its filters with `.extend`. Each field is
 * `.optional().catch(undefined)`, so that a broken link still opens.
 */
export const listSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  sort: z.string().max(60).optional().catch(undefined),
  limit: z
    .union([z.literal(20), z.literal(50), z.literal(100)])
    .optional()
    .catch(undefined),
  cursor: z.string().max(2000).optional().catch(undefined),
});

export type ListSearch = z.infer<typeof listSearch>;

export type ListState<S extends ListSearch = ListSearch> = {
  search: S;
  limit: number;
  sort: string | undefined;
  /** Rows before this page, or undefined when the page was opened from a pasted link. */
  offset: number | undefined;
  isFirst: boolean;
  canGoBack: boolean;
  /** True as soon as one filter is set. */
  isFiltered: boolean;
  /** Changes filters: back to the first page, without a new history entry. */
  set: (patch: Partial<S>) => void;
  setSort: (sort: string | undefined) => void;
  setLimit: (limit: number) => void;
  clear: () => void;
  next: (cursor: string) => void;
  previous: () => void;
  first: () => void;
};

const NOT_FILTERS = new Set(['sort', 'limit', 'cursor']);

/** The state of a list lives in its URL; paging by cursor pushes history, everything else replaces it. */
export function useListState<S extends ListSearch>(search: S, defaultSort?: string): ListState<S> {
  const navigate = useNavigate();
  const trail = useLocation({ select: (location) => location.state.trail });
  const limit = search.limit ?? DEFAULT_PAGE_SIZE;
  const isFirst = search.cursor === undefined;

  const go = (next: Partial<S>, options: { replace: boolean; trail?: string[] }) => {
    const nextTrail = options.trail;
    void navigate({
      to: '.',
      search: next as never,
      replace: options.replace,
      resetScroll: !options.replace,
      state: nextTrail ? { trail: nextTrail } : {},
    });
  };
  /** From the newest search, which a screen that is still loading its rows has not drawn yet: two filters set in a row both count. */
  const replace = (patch: Partial<S>) =>
    void navigate({
      to: '.',
      search: ((newest: S) => ({ ...newest, ...patch, cursor: undefined })) as never,
      replace: true,
      resetScroll: false,
      state: {},
    });

  return {
    search,
    limit,
    sort: search.sort ?? defaultSort,
    offset: isFirst ? 0 : trail ? trail.length * limit : undefined,
    isFirst,
    canGoBack: !isFirst && trail !== undefined && trail.length > 0,
    isFiltered: Object.entries(search).some(([key, value]) => value !== undefined && !NOT_FILTERS.has(key)),
    set: replace,
    setSort: (sort) => replace({ sort } as Partial<S>),
    setLimit: (value) => replace({ limit: value === DEFAULT_PAGE_SIZE ? undefined : value } as Partial<S>),
    clear: () => go({ sort: search.sort, limit: search.limit } as Partial<S>, { replace: true }),
    next: (cursor) => {
      const walked = isFirst ? [''] : trail ? [...trail, search.cursor ?? ''] : undefined;
      go({ ...search, cursor }, walked ? { replace: false, trail: walked } : { replace: false });
    },
    previous: () => {
      const before = trail?.at(-1);
      if (before === undefined) return;
      const cursor = before === '' ? undefined : before;
      go({ ...search, cursor }, { replace: false, trail: trail!.slice(0, -1) });
    },
    first: () => go({ ...search, cursor: undefined }, { replace: false }),
  };
}
