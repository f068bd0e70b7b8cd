import { useMutation, useQueryClient } from '@tanstack/react-query';
import { idempotencyKey, type Schemas } from '@/api/client';
import { download } from '@/api/download';
import { upload } from '@/api/upload';

export type ListCheck = Schemas['TraineeListCheck'];
export type ListImport = Schemas['TraineeListImport'];

const registrations = (courseId: string) => `/api/v1/courses/${courseId}/registrations`;

/** What an import of the list would do. */
export function checkList(
  courseId: string,
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<ListCheck> {
  const form = new FormData();
  form.append('file', file);
  return upload(`${registrations(courseId)}/import-checks`, form, { onProgress, signal });
}

export function useImportList(courseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, onlySoundRows, key }: { file: File; onlySoundRows: boolean; key: string }) => {
      const form = new FormData();
      form.append('file', file);
      if (onlySoundRows) form.append('onlySoundRows', 'true');
      return upload<ListImport>(`${registrations(courseId)}/imports`, form, { headers: idempotencyKey(key) });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['courses'] }),
  });
}

export const downloadListTemplate = (courseId: string) => (language: string) =>
  download(`${registrations(courseId)}/import-template`, language);

export const downloadRegistrations = (courseId: string) => (language: string) =>
  download(`${registrations(courseId)}/export`, language);
