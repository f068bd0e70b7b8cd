import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { body, fetchClient, idempotencyKey, ifMatch, versioned, type Schemas } from '@/api/client';
import { type PublicWinnerSearch, type WinSearch } from './search';

export type Win = Schemas['AwardWinDetails'];
export type WinRow = Schemas['AwardWinListItem'];
export type PublicWinner = Schemas['PublicAwardWinner'];

const KEY = 'award-wins';
const PAGE_SIZE = 50;

export const publicWinnersQuery = (search: PublicWinnerSearch) =>
  infiniteQueryOptions({
    queryKey: ['public-award-winners', search],
    queryFn: ({ pageParam, signal }) =>
      body(
        fetchClient.GET('/api/v1/public/award-winners', {
          params: { query: { ...search, limit: PAGE_SIZE, ...(pageParam !== '' && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export function winListQuery(search: WinSearch & { enterpriseId?: string }, limit: number) {
  const { q: _, ...filters } = search;
  return queryOptions({
    queryKey: [KEY, 'list', filters, limit],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/award-wins', {
          params: { query: { ...filters, sort: filters.sort ?? '-year', limit, count: true } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export const winQuery = (winId: string) =>
  queryOptions({
    queryKey: [KEY, 'one', winId],
    queryFn: ({ signal }) =>
      versioned(fetchClient.GET('/api/v1/award-wins/{winId}', { params: { path: { winId } }, signal })),
  });

export const statisticsQuery = (of: number) =>
  queryOptions({
    queryKey: [KEY, 'statistics', of],
    queryFn: ({ signal }) =>
      body(fetchClient.GET('/api/v1/award-statistics', { params: { query: { year: of } }, signal })),
  });

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [KEY] });
}

export function useRecordPastWin() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ request, key }: { request: Schemas['RecordPastAwardWinRequest']; key: string }) =>
      body(
        fetchClient.POST('/api/v1/award-wins', { params: { header: idempotencyKey(key) }, body: request }),
      ),
    onSuccess: refresh,
  });
}

export type WinAct =
  | { action: 'publish' }
  | { action: 'entitle'; body: Schemas['EntitleAwardWinRequest'] }
  | { action: 'enterAmount'; body: Schemas['EnterAwardAmountRequest'] };

export function useWinAct(winId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ act, etag, key }: { act: WinAct; etag: string; key: string }) => {
      const params = { path: { winId }, header: { ...ifMatch(etag), ...idempotencyKey(key) } };
      switch (act.action) {
        case 'publish':
          return body(fetchClient.POST('/api/v1/award-wins/{winId}/publish', { params }));
        case 'entitle':
          return body(fetchClient.POST('/api/v1/award-wins/{winId}/entitle', { params, body: act.body }));
        case 'enterAmount':
          return body(
            fetchClient.POST('/api/v1/award-wins/{winId}/enter-amount', { params, body: act.body }),
          );
      }
    },
    onSettled: refresh,
  });
}
