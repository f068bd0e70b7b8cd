import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  body,
  fetchClient,
  idempotencyKey,
  ifMatch,
  versioned,
  type Schemas,
  type Versioned,
} from '@/api/client';
import { type ButtonAction } from './status';
import { type CourseSearch, type RegistrationSearch } from './search';

export type Course = Schemas['CourseDetails'];
export type CourseRow = Schemas['CourseListItem'];
export type CourseInput = Schemas['CourseInput'];
export type VersionedCourse = Versioned<Course>;
export type Registration = Schemas['CourseRegistrationDetails'];
export type RegistrationRow = Schemas['CourseRegistrationListItem'];
export type RegistrationRequest = Schemas['RegisterForCourseRequest'];

export const DEFAULT_SORT = '-startsOn';

const KEY = 'courses';

export const courseListQuery = (search: CourseSearch, limit: number) =>
  queryOptions({
    queryKey: [KEY, 'list', search, limit],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/courses', {
          params: { query: { ...search, sort: search.sort ?? DEFAULT_SORT, limit, count: true } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const courseQuery = (courseId: string) =>
  queryOptions({
    queryKey: [KEY, 'one', courseId],
    queryFn: ({ signal }) =>
      versioned(fetchClient.GET('/api/v1/courses/{courseId}', { params: { path: { courseId } }, signal })),
  });

export const registrationListQuery = (courseId: string, search: RegistrationSearch, limit: number) =>
  queryOptions({
    queryKey: [KEY, 'registrations', courseId, search, limit],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/courses/{courseId}/registrations', {
          params: { path: { courseId }, query: { ...search, limit, count: true } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [KEY] });
}

export function usePlanCourse() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ input, key }: { input: CourseInput; key: string }) =>
      versioned(
        fetchClient.POST('/api/v1/courses', { params: { header: idempotencyKey(key) }, body: input }),
      ),
    onSuccess: refresh,
  });
}

export function useUpdateCourse(courseId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ input, etag }: { input: CourseInput; etag: string }) =>
      versioned(
        fetchClient.PUT('/api/v1/courses/{courseId}', {
          params: { path: { courseId }, header: ifMatch(etag) },
          body: input,
        }),
      ),
    onSuccess: refresh,
  });
}

type CourseAct = { action: ButtonAction; etag: string; reason: string };

function sendCourseAct(courseId: string, { action, etag, reason }: CourseAct) {
  const params = { path: { courseId }, header: { ...ifMatch(etag), ...idempotencyKey() } };
  switch (action) {
    case 'openRegistration':
      return versioned(fetchClient.POST('/api/v1/courses/{courseId}/open-registration', { params }));
    case 'reopenRegistration':
      return versioned(fetchClient.POST('/api/v1/courses/{courseId}/reopen-registration', { params }));
    case 'closeRegistration':
      return versioned(fetchClient.POST('/api/v1/courses/{courseId}/close-registration', { params }));
    case 'end':
      return versioned(fetchClient.POST('/api/v1/courses/{courseId}/end', { params }));
    case 'cancel':
      return versioned(fetchClient.POST('/api/v1/courses/{courseId}/cancel', { params, body: { reason } }));
  }
}

export function useCourseAct(courseId: string) {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (act: CourseAct) => sendCourseAct(courseId, act), onSettled: refresh });
}

export function useRegister(courseId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ request, key }: { request: RegistrationRequest; key: string }) =>
      body(
        fetchClient.POST('/api/v1/courses/{courseId}/registrations', {
          params: { path: { courseId }, header: idempotencyKey(key) },
          body: request,
        }),
      ),
    onSuccess: refresh,
  });
}

export type RegistrationAction = 'cancel' | 'confirm' | 'approve' | 'decline';

export type RegistrationAct = { action: RegistrationAction; registrationId: string; reason: string };

/** The version is read just before: the place in the line of others may have moved, and that is no conflict. */
async function sendRegistrationAct(courseId: string, { action, registrationId, reason }: RegistrationAct) {
  const path = { courseId, registrationId };
  const { etag } = await versioned(
    fetchClient.GET('/api/v1/courses/{courseId}/registrations/{registrationId}', { params: { path } }),
  );
  const params = { path, header: { ...ifMatch(etag), ...idempotencyKey() } };
  switch (action) {
    case 'cancel':
      return body(
        fetchClient.POST('/api/v1/courses/{courseId}/registrations/{registrationId}/cancel', {
          params,
          body: { reason: reason === '' ? null : reason },
        }),
      );
    case 'confirm':
      return body(
        fetchClient.POST('/api/v1/courses/{courseId}/registrations/{registrationId}/confirm', { params }),
      );
    case 'approve':
      return body(
        fetchClient.POST('/api/v1/courses/{courseId}/registrations/{registrationId}/approve', { params }),
      );
    case 'decline':
      return body(
        fetchClient.POST('/api/v1/courses/{courseId}/registrations/{registrationId}/decline', {
          params,
          body: { reason },
        }),
      );
  }
}

export function useRegistrationAct(courseId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (act: RegistrationAct) => sendRegistrationAct(courseId, act),
    onSettled: refresh,
  });
}
