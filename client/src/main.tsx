import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/zod';
import './app/fonts.css';
import './app/global.css';
import './i18n';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { loadProblemCodes } from './app/problem-codes';
import { Providers } from './app/providers';
import { leaveWhenSessionIsLost, makeQueryClient, makeRouter } from './app/router';
import { setZodMessages } from './shared/lib/zod-messages';

setZodMessages();
void loadProblemCodes();

const queryClient = makeQueryClient();
const router = makeRouter(queryClient);
leaveWhenSessionIsLost(router, queryClient);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Suspense>
      <Providers client={queryClient}>
        <RouterProvider router={router} />
      </Providers>
    </Suspense>
  </StrictMode>,
);
