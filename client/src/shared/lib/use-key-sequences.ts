import { useEffect, useRef } from 'react';

const SEQUENCE_PAUSE_MS = 900;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"]') !== null)
  );
}

/**
 * Single-letter commands such as `?`, `/` or `g h`. They stay silent while somebody types or composes,
 * while a modifier is held, and while a dialog is open.
 */
export function useKeySequences(sequences: Readonly<Record<string, () => void>>): void {
  const current = useRef(sequences);
  useEffect(() => {
    current.current = sequences;
  });

  useEffect(() => {
    let first = '';
    let timer: number | undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return;
      if (isTyping(event.target) || document.querySelector('[aria-modal="true"]')) return;
      const sequence = first === '' ? event.key : `${first} ${event.key}`;
      const command = current.current[sequence] ?? current.current[event.key];
      window.clearTimeout(timer);
      first = '';
      if (command) {
        event.preventDefault();
        command();
        return;
      }
      if (Object.keys(current.current).some((keys) => keys.startsWith(`${event.key} `))) {
        first = event.key;
        timer = window.setTimeout(() => {
          first = '';
        }, SEQUENCE_PAUSE_MS);
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      window.clearTimeout(timer);
    };
  }, []);
}
