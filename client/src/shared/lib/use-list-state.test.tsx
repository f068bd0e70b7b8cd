import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderUi } from '@/test/render';
import { listSearch, useListState } from './use-list-state';

it('keeps a filter that was set while the one before was still on its way', async () => {
  const root = createRootRoute({
    validateSearch: listSearch,
    component: function Host() {
      const list = useListState(root.useSearch());
      return (
        <button
          type="button"
          onClick={() => {
            // Both from the same picture of the screen, as a timer of the search box and a click are.
            list.set({ q: 'sâm' });
            list.set({ sort: '-name' });
          }}
        >
          Lọc
        </button>
      );
    },
  });
  const router = createRouter({
    routeTree: root,
    history: createMemoryHistory({ initialEntries: ['/?limit=50&cursor=c2'] }),
  });
  renderUi(<RouterProvider router={router as never} />);

  await userEvent.click(await screen.findByRole('button', { name: 'Lọc' }));

  await waitFor(() => expect(router.state.location.search).toEqual({ limit: 50, q: 'sâm', sort: '-name' }));
});
