import { useEffect, useState } from 'react';

/**
 * Gives the focus back to where it was when this was mounted. For a dialog that is taken away as soon as it closes: the kit
 * returns the focus only from one that stays mounted.
 */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      window.setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    },
    [before],
  );
}
