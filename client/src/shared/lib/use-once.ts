import { useRef } from 'react';
import { newIdempotencyKey } from '@/api/client';

/** The same content keeps its key, so that a second press after a lost answer is carried out once. */
export function useOnceKey(): (content: unknown) => string {
  const sent = useRef({ content: '', key: '' });
  return (content) => {
    const written = JSON.stringify(content);
    if (sent.current.content !== written) sent.current = { content: written, key: newIdempotencyKey() };
    return sent.current.key;
  };
}
