import { Button, Progress, Text } from '@mantine/core';
import { IconRefresh, IconTrash, IconUpload } from '@tabler/icons-react';
import clsx from 'clsx';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/client';
import { fieldProblemText, problemText } from '@/shared/lib/problem';
import { formatDecimal, formatInt } from '@/shared/lib/vi';
import classes from './file-drop.module.css';

type Item = {
  id: number;
  file: File;
  percent: number;
  state: 'uploading' | 'done' | 'failed' | 'refused';
  error?: string;
};

export type UploadFile = (
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
) => Promise<unknown>;

type FileDropProps = {
  label: string;
  /** Extensions with their dot: `['.pdf', '.docx']`. */
  accept: readonly string[];
  maxBytes: number;
  multiple?: boolean;
  upload: UploadFile;
  onUploaded?: (file: File) => void;
};

export function formatBytes(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${formatInt(Math.max(1, Math.ceil(bytes / 1024)))} KB`
    : `${formatDecimal(Math.round((bytes / 1024 / 1024) * 10) / 10)} MB`;
}

/** A refusal of the file itself says why; anything else says what became of the request. */
function refusalText(error: unknown): string {
  const fault = error instanceof ApiError && error.errors.length === 1 ? error.errors[0] : undefined;
  if (fault) return fieldProblemText(fault);
  const { title, detail } = problemText(error);
  return `${title}. ${detail}`;
}

/** Upload field: limits are checked before anything is sent; each file shows its progress and can be retried or removed. */
export function FileDrop({ label, accept, maxBytes, multiple = false, upload, onUploaded }: FileDropProps) {
  const { t } = useTranslation();
  const id = useId();
  const [items, setItems] = useState<Item[]>([]);
  const [over, setOver] = useState(false);
  const nextId = useRef(1);
  const running = useRef(new Map<number, AbortController>());

  useEffect(() => {
    const controllers = running.current;
    return () => {
      for (const controller of controllers.values()) controller.abort();
    };
  }, []);

  const types = accept.map((extension) => extension.slice(1).toUpperCase()).join(', ');
  const limit = formatBytes(maxBytes);

  const patch = (itemId: number, change: Partial<Item>) =>
    setItems((current) => current.map((item) => (item.id === itemId ? { ...item, ...change } : item)));

  const refusal = (file: File): string | undefined => {
    const name = file.name.toLowerCase();
    if (!accept.some((extension) => name.endsWith(extension))) return t('file.wrongType', { types });
    if (file.size === 0) return t('file.empty');
    return file.size > maxBytes ? t('file.tooLarge', { limit }) : undefined;
  };

  const send = async (item: Item) => {
    const controller = new AbortController();
    running.current.set(item.id, controller);
    patch(item.id, { state: 'uploading', percent: 0, error: undefined });
    try {
      await upload(item.file, (percent) => patch(item.id, { percent }), controller.signal);
      patch(item.id, { state: 'done', percent: 100 });
      onUploaded?.(item.file);
    } catch (error) {
      if (controller.signal.aborted) return;
      patch(item.id, { state: 'failed', error: refusalText(error) });
    } finally {
      running.current.delete(item.id);
    }
  };

  const add = (files: File[]) => {
    const added = files.slice(0, multiple ? undefined : 1).map((file): Item => {
      const error = refusal(file);
      return { id: nextId.current++, file, percent: 0, state: error ? 'refused' : 'uploading', error };
    });
    setItems((current) => (multiple ? [...current, ...added] : added));
    for (const item of added) if (item.state === 'uploading') void send(item);
  };

  const remove = (itemId: number) => {
    running.current.get(itemId)?.abort();
    setItems((current) => current.filter((item) => item.id !== itemId));
  };

  return (
    <div
      className={clsx(classes.drop, over && classes.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        add([...event.dataTransfer.files]);
      }}
    >
      <div className={classes.head}>
        <div>
          <Text fw={500} size="sm" id={`${id}label`}>
            {label}
          </Text>
          <Text size="xs" c="dimmed" id={`${id}hint`}>
            {t('file.hint', { types, limit })}
          </Text>
        </div>
        <label className={classes.choose}>
          <input
            className="visually-hidden"
            type="file"
            multiple={multiple}
            accept={accept.join(',')}
            aria-labelledby={`${id}label`}
            aria-describedby={`${id}hint`}
            onChange={(event) => {
              add([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
          <IconUpload size={16} aria-hidden />
          {t('file.choose')}
        </label>
      </div>
      <ul className={classes.files} aria-live="polite">
        {items.map((item) => (
          <li key={item.id} className={classes.file}>
            <Text size="sm" className={classes.name}>
              {item.file.name} ({formatBytes(item.file.size)})
            </Text>
            {item.state === 'uploading' && (
              <Progress
                aria-label={t('file.uploading', { name: item.file.name })}
                value={item.percent}
                w={120}
              />
            )}
            {item.state === 'done' && (
              <Text size="sm" c="#1b5e32">
                {t('file.uploaded')}
              </Text>
            )}
            {item.error !== undefined && (
              <Text size="sm" c="red.8" role="alert">
                {item.error}
              </Text>
            )}
            {item.state === 'failed' && (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconRefresh size={14} aria-hidden />}
                aria-label={t('file.retry', { name: item.file.name })}
                onClick={() => void send(item)}
              >
                {t('state.retry')}
              </Button>
            )}
            {item.state !== 'done' && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={14} aria-hidden />}
                onClick={() => remove(item.id)}
              >
                {t('file.remove', { name: item.file.name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
