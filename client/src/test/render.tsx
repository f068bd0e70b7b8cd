import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Providers } from '@/app/providers';
import { leaveWhenSessionIsLost, makeQueryClient, makeRouter } from '@/app/router';

function testQueryClient() {
  const client = makeQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  return client;
}

/** Opens the whole application at a URL and waits for its page. */
export async function openApp(url: string) {
  const client = testQueryClient();
  const router = makeRouter(client, createMemoryHistory({ initialEntries: [url] }));
  leaveWhenSessionIsLost(router, client);
  render(
    <Providers client={client} env="test">
      <RouterProvider router={router} />
    </Providers>,
  );
  // The first page of a test file is compiled while it waits.
  await screen.findByRole('heading', { level: 1 }, { timeout: 10_000 });
  return router;
}

/** Renders one component with the kit around it. */
export function renderUi(element: ReactElement) {
  return render(element, {
    wrapper: ({ children }) => (
      <Providers client={testQueryClient()} env="test">
        {children}
      </Providers>
    ),
  });
}
