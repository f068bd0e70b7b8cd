import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { openApp } from '@/test/render';
import { server } from '@/test/server';

describe('shell', () => {
  it('names the user and shows the business date while it is not real', async () => {
    await openApp('/');
    expect(screen.getByRole('button', { name: 'Tài khoản Lê Quốc Ưng' })).toBeVisible();
    expect(await screen.findByText('Ngày nghiệp vụ: 03/10/2022')).toBeInTheDocument();
    expect(document.title).toBe('Xin chào, Lê Quốc Ưng – Nscl');
  });

  it('shows no date when it is the real one', async () => {
    server.use(
      http.get('*/api/v1/business-clock', () => HttpResponse.json({ today: '2026-01-01', isReal: true })),
    );
    await openApp('/');
    expect(screen.queryByText(/Ngày nghiệp vụ/)).toBeNull();
  });

  it('switches to English and back without a reload', async () => {
    await openApp('/');
    await userEvent.click(screen.getByRole('button', { name: 'Chuyển sang tiếng Anh' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Welcome, Lê Quốc Ưng' })).toBeVisible();
    expect(document.documentElement.lang).toBe('en');
    await userEvent.click(screen.getByRole('button', { name: 'Switch to Vietnamese' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Xin chào, Lê Quốc Ưng' })).toBeVisible();
  });

  it('opens the list of keys with ? and the palette with Ctrl+K', async () => {
    await openApp('/');
    await userEvent.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Phím tắt' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(await screen.findByPlaceholderText('Gõ tên màn hình hoặc lệnh')).toBeVisible();
    await userEvent.type(screen.getByPlaceholderText('Gõ tên màn hình hoặc lệnh'), 'dang xuat');
    expect(screen.getByText('Đăng xuất')).toBeVisible();
    expect(screen.queryByText('Phím tắt')).toBeNull();
  });

  it('signs out', async () => {
    server.use(http.delete('*/api/v1/session', () => new HttpResponse(null, { status: 204 })));
    const router = await openApp('/');
    await userEvent.click(screen.getByRole('button', { name: 'Tài khoản Lê Quốc Ưng' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Đăng xuất' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
  });

  it('says that a page does not exist', async () => {
    await openApp('/nowhere');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Không tìm thấy trang');
  });
});
