import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { fetchClient } from '@/api/client';
import { openApp } from '@/test/render';
import { problem, server, signedInAnswer, signedOutAnswer } from '@/test/server';
import { safeReturnPath } from './sign-in';

function signedOut() {
  server.use(http.get('*/api/v1/session', () => HttpResponse.json(signedOutAnswer())));
}

async function signIn() {
  await userEvent.type(screen.getByLabelText(/Tên đăng nhập/), 'officer');
  await userEvent.type(screen.getByLabelText(/^Mật khẩu/), 'secret');
  await userEvent.click(screen.getByRole('button', { name: 'Đăng nhập' }));
}

describe('sign-in', () => {
  it('leads back to where one came from', async () => {
    signedOut();
    const router = await openApp('/?tab=2');
    expect(router.state.location.pathname).toBe('/sign-in');
    expect(router.state.location.search).toEqual({ from: '/?tab=2' });
    server.use(http.post('*/api/v1/session', () => HttpResponse.json(signedInAnswer())));
    await signIn();
    expect(await screen.findByRole('heading', { level: 1, name: 'Xin chào, Lê Quốc Ưng' })).toBeVisible();
    expect(router.state.location.href).toBe('/?tab=2');
  });

  it('says that name or password is wrong and keeps the name', async () => {
    signedOut();
    await openApp('/sign-in');
    server.use(http.post('*/api/v1/session', () => problem(401, { code: 'x', traceId: '00-q' })));
    await signIn();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Mã tra cứu: 00-q');
    expect(alert).toHaveFocus();
    expect(screen.getByLabelText(/Tên đăng nhập/)).toHaveValue('officer');
  });

  it('explains a second factor', async () => {
    signedOut();
    await openApp('/sign-in');
    server.use(
      http.post('*/api/v1/session', () =>
        HttpResponse.json({ ...signedOutAnswer(), secondFactorRequired: true }),
      ),
    );
    await signIn();
    expect(await screen.findByText('Tài khoản này cần xác thực hai lớp')).toBeVisible();
  });

  it('comes up when the session ends on the server', async () => {
    const router = await openApp('/');
    signedOut();
    server.use(http.get('*/api/v1/problem-codes', () => problem(401)));
    await fetchClient.GET('/api/v1/problem-codes').catch(() => undefined);
    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
  });

  it('has no accessibility fault', async () => {
    signedOut();
    await openApp('/sign-in');
    const result = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(result.violations.map((violation) => violation.id)).toEqual([]);
  });

  it.each([
    [undefined, '/'],
    ['/programs?q=a', '/programs?q=a'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['https://elsewhere.example', '/'],
    ['/sign-in?from=%2F', '/'],
  ])('returns from %s to %s', (from, path) => {
    expect(safeReturnPath(from)).toBe(path);
  });
});
