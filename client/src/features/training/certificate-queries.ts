import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError, body, fetchClient, idempotencyKey, type Schemas } from '@/api/client';
import { download } from '@/api/download';
import { currentLanguage } from '@/i18n';

export type CertificateList = Schemas['TrainingCertificateList'];
export type Certificate = Schemas['TrainingCertificateDetails'];
export type CertificateBatch = Schemas['CertificateBatchDetails'];
export type CertificateTemplate = Schemas['CertificateTemplateDetails'];
export type TemplateContent = Schemas['CertificateTemplateContent'];
export type CertificateField = Schemas['CertificateField'];
export type VerifiedCertificate = Schemas['VerifiedCertificate'];

/** Under the course, so that an act on it brings these up to date. */
const KEY = ['courses', 'certificates'] as const;
const PAGE_SIZE = 50;

export const certificateListQuery = (courseId: string) =>
  infiniteQueryOptions({
    queryKey: [...KEY, 'list', courseId],
    queryFn: ({ pageParam, signal }) =>
      body(
        fetchClient.GET('/api/v1/courses/{courseId}/certificates', {
          params: {
            path: { courseId },
            query: { limit: PAGE_SIZE, ...(pageParam !== '' && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Asked again while the batch is being worked off. */
export const certificateBatchQuery = (courseId: string, batchId: string) =>
  queryOptions({
    queryKey: [...KEY, 'batch', courseId, batchId],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/courses/{courseId}/certificate-batches/{batchId}', {
          params: { path: { courseId, batchId } },
          signal,
        }),
      ),
    refetchInterval: (query) => (query.state.data?.state === 'running' || !query.state.data ? 700 : false),
  });

export function useIssueCertificates(courseId: string) {
  return useMutation({
    mutationFn: () =>
      body(
        fetchClient.POST('/api/v1/courses/{courseId}/issue-certificates', {
          params: { path: { courseId }, header: idempotencyKey() },
          body: {},
        }),
      ),
  });
}

export function useRevokeCertificate(courseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      body(
        fetchClient.POST('/api/v1/courses/{courseId}/certificates/{trainingCertificateId}/revoke', {
          params: { path: { courseId, trainingCertificateId: id } },
          body: { reason },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: certificateListQuery(courseId).queryKey }),
  });
}

export function downloadCertificate(courseId: string, id: string): Promise<void> {
  return download(`/api/v1/courses/${courseId}/certificates/${id}/content`, currentLanguage());
}

export function downloadAllCertificates(courseId: string, language: string): Promise<void> {
  return download(`/api/v1/courses/${courseId}/certificates/archive`, language);
}

export const verifyQuery = (code: string) =>
  queryOptions({
    queryKey: ['verify', code],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/public/certificates/{verificationCode}', {
          params: { path: { verificationCode: code } },
          signal,
        }),
      ),
    retry: (count, error) => !(error instanceof ApiError && error.status === 404) && count < 2,
  });

export const templateQuery = () =>
  queryOptions({
    queryKey: [...KEY, 'template'],
    queryFn: ({ signal }) => body(fetchClient.GET('/api/v1/certificate-template', { signal })),
  });

export function useSaveTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (content: TemplateContent) =>
      body(
        fetchClient.POST('/api/v1/certificate-template', {
          params: { header: idempotencyKey() },
          body: content,
        }),
      ),
    onSuccess: (saved) => client.setQueryData(templateQuery().queryKey, saved),
  });
}

/** The sample as PDF, as the paper itself will look. */
export async function previewTemplate(content: TemplateContent): Promise<Blob> {
  const { data } = await fetchClient.POST('/api/v1/certificate-template/preview', {
    body: content,
    parseAs: 'blob',
  });
  return data as Blob;
}
