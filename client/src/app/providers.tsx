import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import 'dayjs/locale/vi';
import { setNonce } from 'get-nonce';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { buildTheme, cssVariables } from './theme';

const Notices = lazy(() => import('./notices'));

function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
}

// Modal, Drawer and Spotlight lock the scroll through a style element of their own, which takes its nonce from here.
setNonce(styleNonce());

type ProvidersProps = { client: QueryClient; children: ReactNode; env?: 'default' | 'test' };

export function Providers({ client, children, env = 'default' }: ProvidersProps) {
  const { t, i18n } = useTranslation();
  const theme = useMemo(() => buildTheme(t), [t]);
  const locale = i18n.resolvedLanguage === 'en' ? 'en' : 'vi';
  return (
    <QueryClientProvider client={client}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        getStyleNonce={styleNonce}
        forceColorScheme="light"
        env={env}
      >
        <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
          <Suspense>
            <Notices />
          </Suspense>
          {children}
        </DatesProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
