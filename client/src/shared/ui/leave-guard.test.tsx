import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderUi } from '@/test/render';
import { LeaveGuard } from './leave-guard';

async function open(when: boolean) {
  const root = createRootRoute({ component: Outlet });
  const edit = createRoute({
    getParentRoute: () => root,
    path: '/edit',
    component: () => (
      <>
        <h1>Sửa</h1>
        <LeaveGuard when={when} />
      </>
    ),
  });
  const list = createRoute({
    getParentRoute: () => root,
    path: '/list',
    component: () => <h1>Danh sách</h1>,
  });
  const router = createRouter({
    routeTree: root.addChildren([edit, list]),
    history: createMemoryHistory({ initialEntries: ['/edit'] }),
  });
  renderUi(<RouterProvider router={router as never} />);
  await screen.findByRole('heading', { name: 'Sửa' });
  act(() => void router.navigate({ to: '/list' as never }));
  return router;
}

it('keeps unsaved content until one chooses to leave', async () => {
  const router = await open(true);
  await userEvent.click(await screen.findByRole('button', { name: 'Ở lại' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(router.state.location.pathname).toBe('/edit');
  act(() => void router.navigate({ to: '/list' as never }));
  await userEvent.click(await screen.findByRole('button', { name: 'Rời trang' }));
  expect(await screen.findByRole('heading', { name: 'Danh sách' })).toBeVisible();
});

it('lets one go when nothing is unsaved', async () => {
  await open(false);
  expect(await screen.findByRole('heading', { name: 'Danh sách' })).toBeVisible();
});
