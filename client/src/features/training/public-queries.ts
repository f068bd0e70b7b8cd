import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { body, fetchClient, idempotencyKey, ifMatch, versioned, type Schemas } from '@/api/client';
import { type OpenCourseSearch } from './search';

export type OpenCourse = Schemas['OpenCourseDetails'];
export type OpenCourseRow = Schemas['OpenCourseListItem'];
export type OwnRegistration = Schemas['OwnRegistration'];
export type SelfRegistration = Schemas['RegisterYourselfRequest'];

const KEY = 'open-courses';
const PAGE_SIZE = 20;

export const openCoursesQuery = (search: OpenCourseSearch) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'list', search],
    queryFn: ({ pageParam, signal }) =>
      body(
        fetchClient.GET('/api/v1/public/courses', {
          params: { query: { ...search, limit: PAGE_SIZE, ...(pageParam !== '' && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const openCourseQuery = (courseId: string) =>
  queryOptions({
    queryKey: [KEY, 'one', courseId],
    queryFn: ({ signal }) =>
      body(fetchClient.GET('/api/v1/public/courses/{courseId}', { params: { path: { courseId } }, signal })),
  });

export function useRegisterYourself(courseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ request, key }: { request: SelfRegistration; key: string }) =>
      body(
        fetchClient.POST('/api/v1/public/courses/{courseId}/registrations', {
          params: { path: { courseId }, header: idempotencyKey(key) },
          body: request,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}

/** Not kept beyond the page: who opens the link on a shared computer later asks anew. */
export const ownRegistrationQuery = (secret: string) =>
  queryOptions({
    queryKey: ['own-registration', secret],
    queryFn: ({ signal }) =>
      versioned(
        fetchClient.GET('/api/v1/public/registrations/{secret}', { params: { path: { secret } }, signal }),
      ),
    gcTime: 0,
  });

export type OwnAction = 'confirm' | 'cancel';

/** The version is read just before: the line may have moved since the page was opened. */
async function sendOwnAct(secret: string, action: OwnAction) {
  const path = { secret };
  const { etag } = await versioned(
    fetchClient.GET('/api/v1/public/registrations/{secret}', { params: { path } }),
  );
  const params = { path, header: ifMatch(etag) };
  return action === 'confirm'
    ? body(fetchClient.POST('/api/v1/public/registrations/{secret}/confirm', { params }))
    : body(fetchClient.POST('/api/v1/public/registrations/{secret}/cancel', { params, body: {} }));
}

export function useOwnAct(secret: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (action: OwnAction) => sendOwnAct(secret, action),
    onSettled: () => client.invalidateQueries({ queryKey: ['own-registration', secret] }),
  });
}
