import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { body, fetchClient, idempotencyKey, type Schemas } from '@/api/client';
import { download } from '@/api/download';

export type Evaluation = Schemas['CourseEvaluationDetails'];
export type EvaluationForm = Schemas['EvaluationForm'];
export type EvaluationQuestion = Schemas['EvaluationQuestion'];
export type EvaluationAnswer = Schemas['EvaluationAnswerRequest'];
export type PaperBatch = Schemas['EvaluationPapers'];
export type RatingSummary = Schemas['EvaluationRatingSummary'];
export type PublicEvaluation = Schemas['PublicEvaluation'];

/** Under the course, so that an act on it brings these up to date. */
const KEY = ['courses', 'evaluation'] as const;

export const evaluationQuery = (courseId: string) =>
  queryOptions({
    queryKey: [...KEY, courseId],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/courses/{courseId}/evaluation', { params: { path: { courseId } }, signal }),
      ),
  });

/** Read again and again: the screen in the room counts those who have answered. */
export const roomEvaluationQuery = (courseId: string) =>
  queryOptions({ ...evaluationQuery(courseId), refetchInterval: 3_000 });

function useKeeps(courseId: string) {
  const client = useQueryClient();
  return (evaluation: Evaluation) => client.setQueryData(evaluationQuery(courseId).queryKey, evaluation);
}

export function useOpenEvaluation(courseId: string) {
  return useMutation({
    mutationFn: (lastDay?: string) =>
      body(
        fetchClient.POST('/api/v1/courses/{courseId}/open-evaluation', {
          params: { path: { courseId } },
          body: lastDay === undefined ? {} : { lastDay },
        }),
      ),
    onSuccess: useKeeps(courseId),
  });
}

export function useCloseEvaluation(courseId: string) {
  return useMutation({
    mutationFn: () =>
      body(
        fetchClient.POST('/api/v1/courses/{courseId}/close-evaluation', { params: { path: { courseId } } }),
      ),
    onSuccess: useKeeps(courseId),
  });
}

export function useEnterPaper(courseId: string) {
  return useMutation({
    mutationFn: ({ answers, key }: { answers: EvaluationAnswer[]; key: string }) =>
      body(
        fetchClient.POST('/api/v1/courses/{courseId}/evaluation/paper-answers', {
          params: { path: { courseId }, header: idempotencyKey(key) },
          body: { answers },
        }),
      ),
    onSuccess: useKeeps(courseId),
  });
}

export function useRemovePapers(courseId: string) {
  return useMutation({
    mutationFn: (paperBatchId: string) =>
      body(
        fetchClient.DELETE('/api/v1/courses/{courseId}/evaluation/paper-answers/{paperBatchId}', {
          params: { path: { courseId, paperBatchId } },
        }),
      ),
    onSuccess: useKeeps(courseId),
  });
}

export function downloadEvaluation(courseId: string, language: string): Promise<void> {
  return download(`/api/v1/courses/${courseId}/evaluation/export`, language);
}

export const publicEvaluationQuery = (evaluationToken: string) =>
  queryOptions({
    queryKey: ['public-evaluation', evaluationToken],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/public/evaluations/{evaluationToken}', {
          params: { path: { evaluationToken } },
          signal,
        }),
      ),
    retry: false,
  });

export function useAnswerEvaluation(evaluationToken: string) {
  return useMutation({
    mutationFn: (answer: Schemas['AnswerEvaluationRequest']) =>
      body(
        fetchClient.POST('/api/v1/public/evaluations/{evaluationToken}', {
          params: { path: { evaluationToken } },
          body: answer,
        }),
      ),
  });
}

/** Whether the person of a personal link can evaluate the course. */
export const ownEvaluationQuery = (secret: string) =>
  queryOptions({
    queryKey: ['own-registration', secret, 'evaluation'],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/public/registrations/{secret}/evaluation', {
          params: { path: { secret } },
          signal,
        }),
      ),
    gcTime: 0,
  });
