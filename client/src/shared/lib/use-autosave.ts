import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '@/api/client';

const PAUSE_MS = 800;
const RETRY_MS = 10_000;

export type Autosave<Draft> = {
  state: 'idle' | 'saving' | 'saved' | 'failed';
  savedAt: Date | null;
  error: unknown;
  /** Something on the screen is not on the server yet. */
  isUnsaved: boolean;
  change: (draft: Draft) => void;
  /** Sends what is still waiting; fails with the reason why it could not be stored. */
  flush: () => Promise<void>;
  /** Goes on from the version that an act of one's own led to, unless the user still has to decide over somebody else's. */
  follow: (etag: string) => void;
  /** Goes on from a newer version, with what is on the screen: the user has decided so. */
  continueFrom: (etag: string) => void;
  /** Drops what was not stored; the form has been set to the newest version. */
  discard: (etag: string) => void;
};

/**
 * Stores a draft 800 ms after the last change. One request at a time, each from the version the one before answered
 * with; after 412 nothing more is sent until the user decides, and nothing that was typed is lost.
 */
export function useAutosave<Draft>(
  initialEtag: string,
  /** Sends a draft from a version; answers with the version it led to. */
  store: (draft: Draft, etag: string) => Promise<string>,
  onRefused: (error: unknown) => void,
): Autosave<Draft> {
  const [state, setState] = useState<Autosave<Draft>['state']>('idle');
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isUnsaved, setIsUnsaved] = useState(false);
  const etag = useRef(initialEtag);
  const waiting = useRef<Draft | null>(null);
  const stopped = useRef<ApiError | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const running = useRef<Promise<void> | null>(null);

  const flush = useCallback(async (): Promise<void> => {
    window.clearTimeout(timer.current);
    await running.current?.catch(() => undefined);
    const draft = waiting.current;
    if (draft === null) return;
    if (stopped.current) throw stopped.current;
    waiting.current = null;
    setState('saving');
    const attempt = async () => {
      try {
        etag.current = await store(draft, etag.current);
      } catch (failure) {
        waiting.current ??= draft;
        if (failure instanceof ApiError && failure.status === 412) stopped.current = failure;
        setError(failure);
        setState('failed');
        onRefused(failure);
        throw failure;
      }
      setError(null);
      setSavedAt(new Date());
      setState('saved');
      setIsUnsaved(waiting.current !== null);
    };
    running.current = attempt();
    try {
      await running.current;
    } finally {
      running.current = null;
    }
  }, [store, onRefused]);

  const schedule = useCallback(
    (pause: number) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        // A failure is already shown beside the form.
        flush().catch(() => undefined);
      }, pause);
    },
    [flush],
  );

  // Silence and server faults pass; a refusal waits for the next change.
  useEffect(() => {
    const mayPass = error instanceof ApiError && (error.status === 0 || error.status >= 500);
    if (mayPass) schedule(RETRY_MS);
  }, [error, schedule]);

  useEffect(() => () => window.clearTimeout(timer.current), []);

  const change = useCallback(
    (draft: Draft) => {
      waiting.current = draft;
      setIsUnsaved(true);
      schedule(PAUSE_MS);
    },
    [schedule],
  );

  const continueFrom = useCallback(
    (next: string) => {
      etag.current = next;
      stopped.current = null;
      setError(null);
      if (waiting.current !== null) schedule(0);
    },
    [schedule],
  );

  const follow = useCallback(
    (next: string) => {
      if (stopped.current === null) continueFrom(next);
    },
    [continueFrom],
  );

  const discard = useCallback((next: string) => {
    window.clearTimeout(timer.current);
    waiting.current = null;
    etag.current = next;
    stopped.current = null;
    setError(null);
    setState('idle');
    setIsUnsaved(false);
  }, []);

  return { state, savedAt, error, isUnsaved, change, flush, follow, continueFrom, discard };
}
