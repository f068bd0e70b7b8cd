import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { body, fetchClient, type Schemas } from '@/api/client';
import { download } from '@/api/download';
import { currentLanguage } from '@/i18n';

export type AttendanceBoard = Schemas['AttendanceBoard'];
export type BoardSession = Schemas['SessionAttendance'];
export type BoardTrainee = Schemas['TraineeAttendance'];
export type AttendanceMark = Schemas['AttendanceMark'];
export type SessionCheckIn = Schemas['SessionCheckIn'];
export type CheckedIn = Schemas['CheckedIn'];
export type CheckInRequest = Schemas['CheckInRequest'];

/** Under the course, so that an act on it brings these up to date. */
const KEY = ['courses', 'attendance'] as const;

export const boardQuery = (courseId: string) =>
  queryOptions({
    queryKey: [...KEY, 'board', courseId],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/courses/{courseId}/attendance', { params: { path: { courseId } }, signal }),
      ),
  });

export type Marking = { sessionId: string; present: string[]; absent: string[] };

/** Shows the marks at once; the board is read anew afterwards, so that a refusal takes them back. */
export function useRecordAttendance(courseId: string) {
  const client = useQueryClient();
  const { queryKey } = boardQuery(courseId);
  return useMutation({
    mutationFn: ({ sessionId, present, absent }: Marking) =>
      body(
        fetchClient.POST('/api/v1/courses/{courseId}/sessions/{sessionId}/attendance', {
          params: { path: { courseId, sessionId } },
          body: { present, absent },
        }),
      ),
    onMutate: async (marking) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (board) => board && withMarks(board, marking));
    },
    // What was attended decides who gets a certificate.
    onSettled: () => client.invalidateQueries({ queryKey: ['courses'] }),
  });
}

export function withMarks(board: AttendanceBoard, { sessionId, present, absent }: Marking): AttendanceBoard {
  const column = board.sessions.findIndex((session) => session.sessionId === sessionId);
  const marked = new Map<string, AttendanceMark>([
    ...present.map((id) => [id, 'present'] as const),
    ...absent.map((id) => [id, 'absent'] as const),
  ]);
  const trainees = board.trainees.map((trainee) => {
    const mark = marked.get(trainee.registrationId);
    return mark === undefined
      ? trainee
      : { ...trainee, marks: trainee.marks.map((known, at) => (at === column ? mark : known)) };
  });
  const count = (mark: AttendanceMark) => trainees.filter((trainee) => trainee.marks[column] === mark).length;
  return {
    ...board,
    trainees,
    sessions: board.sessions.map((session, at) =>
      at === column
        ? { ...session, present: count('present'), absent: count('absent'), unmarked: count('unmarked') }
        : session,
    ),
  };
}

/** Read again and again: the screen in the room counts those who come in. */
export const sessionCheckInQuery = (courseId: string, sessionId: string) =>
  queryOptions({
    queryKey: [...KEY, 'check-in', courseId, sessionId],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/courses/{courseId}/sessions/{sessionId}/check-in', {
          params: { path: { courseId, sessionId } },
          signal,
        }),
      ),
    refetchInterval: 3_000,
    retry: false,
  });

export function useOpenCheckIn(courseId: string, sessionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      body(
        fetchClient.POST('/api/v1/courses/{courseId}/sessions/{sessionId}/open-check-in', {
          params: { path: { courseId, sessionId } },
        }),
      ),
    onSuccess: (opened) => {
      client.setQueryData(sessionCheckInQuery(courseId, sessionId).queryKey, opened);
      void client.invalidateQueries({ queryKey: boardQuery(courseId).queryKey });
    },
  });
}

export function useCloseCheckIn(courseId: string, sessionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      body(
        fetchClient.POST('/api/v1/courses/{courseId}/sessions/{sessionId}/close-check-in', {
          params: { path: { courseId, sessionId } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function downloadSheet(courseId: string, sessionId: string): Promise<void> {
  return download(`/api/v1/courses/${courseId}/sessions/${sessionId}/attendance-sheet`, currentLanguage());
}

export const publicCheckInQuery = (token: string) =>
  queryOptions({
    queryKey: ['public-check-in', token],
    queryFn: ({ signal }) =>
      body(fetchClient.GET('/api/v1/public/check-ins/{token}', { params: { path: { token } }, signal })),
    retry: false,
  });

export function useCheckIn(token: string) {
  return useMutation({
    mutationFn: (request: CheckInRequest) =>
      body(
        fetchClient.POST('/api/v1/public/check-ins/{token}', { params: { path: { token } }, body: request }),
      ),
  });
}
