import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { body, fetchClient, type Schemas } from '@/api/client';
import { download } from '@/api/download';
import { type StatisticsSearch } from './search';

export type Statistics = Schemas['TrainingStatistics'];
export type StatisticsRow = Schemas['TrainingBreakdownRow'];
export type Figures = Schemas['TrainingFigures'];
export type EvidenceRow = Schemas['TrainingEvidenceItem'];

const filters = ({ year, from, to, by }: StatisticsSearch) => ({ year, from, to, by: by ?? 'kind' });

export const statisticsQuery = (search: StatisticsSearch) =>
  queryOptions({
    queryKey: ['courses', 'statistics', filters(search)],
    queryFn: ({ signal }) =>
      body(fetchClient.GET('/api/v1/training-statistics', { params: { query: filters(search) }, signal })),
    placeholderData: keepPreviousData,
  });

export const evidenceQuery = (search: StatisticsSearch, limit: number) =>
  queryOptions({
    queryKey: ['courses', 'evidence', search, limit],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/training-statistics/evidence', {
          params: {
            query: {
              ...filters(search),
              key: search.key,
              sort: search.sort,
              cursor: search.cursor,
              limit,
              count: true,
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export function downloadStatistics(search: StatisticsSearch, language: string): Promise<void> {
  const query = new URLSearchParams(
    Object.entries(filters(search)).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
  return download(`/api/v1/training-statistics/export?${query.toString()}`, language);
}
