import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { body, fetchClient, type Schemas } from '@/api/client';

export type CalendarCourse = Schemas['TimetableCourse'];
export type CalendarSession = Schemas['TimetableSession'];

const SUBSCRIPTION = ['calendar-subscription'];

export const courseSessionsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['courses', 'sessions', from, to],
    queryFn: ({ signal }) =>
      body(fetchClient.GET('/api/v1/course-sessions', { params: { query: { from, to } }, signal })),
    placeholderData: keepPreviousData,
  });

export const calendarSubscriptionQuery = queryOptions({
  queryKey: SUBSCRIPTION,
  queryFn: ({ signal }) => body(fetchClient.GET('/api/v1/calendar-subscription', { signal })),
});

/** The address is in this answer alone: the server keeps only what it can be recognized by. */
export function useRenewSubscription() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => body(fetchClient.POST('/api/v1/calendar-subscription')),
    onSuccess: ({ since }) => client.setQueryData(SUBSCRIPTION, { since }),
    gcTime: 0,
  });
}

export function useRevokeSubscription() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => body(fetchClient.DELETE('/api/v1/calendar-subscription')),
    onSuccess: () => client.setQueryData(SUBSCRIPTION, {}),
  });
}
