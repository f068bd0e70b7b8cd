import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** After a change of page the new h1 takes the focus, so that it is read out; the first page load is left alone. */
export function useRouteFocus(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        const target =
          document.querySelector<HTMLElement>('main h1[tabindex]') ??
          document.querySelector<HTMLElement>('main');
        target?.focus({ preventScroll: true });
      }),
    [router],
  );
}
