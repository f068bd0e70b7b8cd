import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, it, vi } from 'vitest';
import { ApiError } from '@/api/client';
import { listSearch, useListState } from '@/shared/lib/use-list-state';
import { renderUi } from '@/test/render';
import { DataTable, type Column, type ListQuery } from './data-table';

type Row = { id: string; name: string; amount: number };

const ROWS: Row[] = [
  { id: 'a', name: 'Công ty Ánh Dương', amount: 45 },
  { id: 'b', name: 'Hợp tác xã Ơn Phước', amount: 20 },
];
const COLUMNS: Column<Row>[] = [
  { key: 'name', header: 'Tên', cell: (row) => row.name, sortable: true, fixed: true },
  { key: 'amount', header: 'Số tiền', cell: (row) => row.amount, align: 'end' },
];

function answer(change: Partial<ListQuery<Row>> = {}): ListQuery<Row> {
  return {
    data: { items: ROWS, nextCursor: 'c2', count: 45 },
    error: null,
    isPending: false,
    isFetching: false,
    refetch: vi.fn<() => unknown>(),
    ...change,
  };
}

async function open(url: string, query: ListQuery<Row>, onOpen = vi.fn<(row: Row) => void>()) {
  const root = createRootRoute({
    validateSearch: listSearch,
    component: function Host() {
      const list = useListState(root.useSearch());
      return (
        <DataTable
          name="test"
          caption="Doanh nghiệp"
          columns={COLUMNS}
          query={query}
          list={list}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          onOpen={onOpen}
          empty={<p>Chưa có doanh nghiệp</p>}
          bulk={(rows) => <span>{rows.map((row) => row.id).join('+')}</span>}
        />
      );
    },
  });
  const router = createRouter({
    routeTree: root,
    history: createMemoryHistory({ initialEntries: [url] }),
  });
  renderUi(
    <main>
      <RouterProvider router={router as never} />
    </main>,
  );
  await screen.findByRole('region', { name: 'Doanh nghiệp' });
  return { search: () => router.state.location.search, onOpen };
}

it('sorts through a button and says so', async () => {
  const { search } = await open('/', answer());
  await userEvent.click(screen.getByRole('button', { name: 'Tên' }));
  await waitFor(() => expect(search()).toMatchObject({ sort: 'name' }));
  expect(screen.getByRole('columnheader', { name: 'Tên' })).toHaveAttribute('aria-sort', 'ascending');
  await userEvent.click(screen.getByRole('button', { name: 'Tên' }));
  await waitFor(() => expect(search()).toMatchObject({ sort: '-name' }));
});

it('pages forward and back by cursor and knows where it stands', async () => {
  const { search } = await open('/', answer());
  expect(screen.getByText('1–2 trên 45')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Trang trước' })).toBeDisabled();
  await userEvent.click(screen.getByRole('button', { name: 'Trang sau' }));
  await waitFor(() => expect(search()).toMatchObject({ cursor: 'c2' }));
  expect(screen.getByText('21–22 trên 45')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Trang trước' }));
  await waitFor(() => expect(search()).not.toHaveProperty('cursor'));
});

it('offers the first page when a link in the middle was pasted', async () => {
  const { search } = await open('/?cursor=c9', answer());
  expect(screen.getByText('2 dòng')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Về trang đầu' }));
  await waitFor(() => expect(search()).not.toHaveProperty('cursor'));
});

it('moves, opens and selects by keyboard', async () => {
  const { onOpen } = await open('/', answer());
  const [first, second] = screen.getAllByRole('row').slice(1);
  first!.focus();
  await userEvent.keyboard('j');
  expect(second).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onOpen).toHaveBeenCalledWith(ROWS[1]);
  await userEvent.keyboard('k');
  expect(first).toHaveFocus();
  await userEvent.keyboard('x');
  expect(screen.getByText('Đã chọn 1 dòng')).toBeVisible();
  expect(screen.getByText('a')).toBeVisible();
});

it('hides a column by choice and remembers it', async () => {
  await open('/', answer());
  await userEvent.click(screen.getByRole('button', { name: 'Hiển thị' }));
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Số tiền' }));
  expect(screen.queryByRole('columnheader', { name: 'Số tiền' })).toBeNull();
  expect(localStorage.getItem('nscl.columns.test')).toBe('amount');
});

it('shows skeleton rows in the final number while loading', async () => {
  await open('/?limit=50', answer({ data: undefined, isPending: true, isFetching: true }));
  const body = screen.getByRole('table').querySelector('tbody')!;
  expect(body.querySelectorAll('tr')).toHaveLength(50);
});

it('tells nothing yet from no match', async () => {
  await open('/', answer({ data: { items: [] } }));
  expect(screen.getByText('Chưa có doanh nghiệp')).toBeVisible();
});

it('offers to clear filters that hide everything', async () => {
  const { search } = await open('/?q=abc', answer({ data: { items: [] } }));
  expect(screen.getByText('Không có dòng nào khớp điều kiện lọc')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Xóa bộ lọc' }));
  await waitFor(() => expect(search()).not.toHaveProperty('q'));
});

it('shows a failure with its reference and asks again', async () => {
  const refetch = vi.fn<() => unknown>();
  const query = answer({ data: undefined, error: new ApiError(500, { traceId: '00-abc' }), refetch });
  const root = createRootRoute({
    component: function Host() {
      const list = useListState({});
      return (
        <DataTable
          name="test"
          caption="Doanh nghiệp"
          columns={COLUMNS}
          query={query}
          list={list}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          empty={null}
        />
      );
    },
  });
  renderUi(
    <RouterProvider router={createRouter({ routeTree: root, history: createMemoryHistory() }) as never} />,
  );
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByText('Mã tra cứu: 00-abc')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
  expect(refetch).toHaveBeenCalledOnce();
});

it('has no accessibility fault', async () => {
  await open('/', answer());
  const result = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(result.violations.map((violation) => violation.id)).toEqual([]);
});
