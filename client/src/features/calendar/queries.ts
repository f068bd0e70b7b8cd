import { queryOptions } from '@tanstack/react-query';
import { body, fetchClient } from '@/api/client';

/** The date that rules, deadlines and documents use; shown whenever it is not the real one. */
export const businessClockQuery = queryOptions({
  queryKey: ['calendar', 'business-clock'],
  queryFn: ({ signal }) => body(fetchClient.GET('/api/v1/business-clock', { signal })),
  staleTime: 5 * 60_000,
  retry: false,
});
