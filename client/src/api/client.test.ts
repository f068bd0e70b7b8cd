import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { problem, server } from '@/test/server';
import {
  ApiError,
  fetchClient,
  idempotencyKey,
  newIdempotencyKey,
  onSessionLost,
  setAntiforgeryToken,
  versioned,
} from './client';

afterEach(() => {
  setAntiforgeryToken(null);
  onSessionLost(() => undefined);
});

describe('fetchClient', () => {
  it('sends the antiforgery token with changes and not with reads', async () => {
    const seen: (string | null)[] = [];
    server.use(
      http.all('*/api/v1/session', ({ request }) => {
        seen.push(request.headers.get('x-csrf-token'));
        return HttpResponse.json({ user: null });
      }),
    );
    setAntiforgeryToken('token-9');
    await fetchClient.GET('/api/v1/session');
    await fetchClient.DELETE('/api/v1/session');
    expect(seen).toEqual([null, 'token-9']);
  });

  it('throws the problem with code, args, errors and trace', async () => {
    server.use(
      http.get('*/api/v1/business-clock', () =>
        problem(400, {
          code: 'request.invalid',
          args: { limit: 3 },
          errors: [{ pointer: '/q', code: 'validation.tooLong' }],
          traceId: '00-x',
        }),
      ),
    );
    const error = await fetchClient.GET('/api/v1/business-clock').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 400,
      code: 'request.invalid',
      args: { limit: 3 },
      errors: [{ pointer: '/q', code: 'validation.tooLong' }],
      traceId: '00-x',
    });
  });

  it('tells silence from refusal', async () => {
    server.use(http.get('*/api/v1/business-clock', () => HttpResponse.error()));
    await expect(fetchClient.GET('/api/v1/business-clock')).rejects.toMatchObject({
      status: 0,
      code: 'client.network',
    });
  });

  it('reports a lost session, but not a wrong password', async () => {
    const lost = vi.fn<() => void>();
    onSessionLost(lost);
    server.use(
      http.post('*/api/v1/session', () => problem(401, { code: 'identity.wrongCredentials' })),
      http.get('*/api/v1/business-clock', () => problem(401)),
    );
    await expect(
      fetchClient.POST('/api/v1/session', { body: { userName: 'a', password: 'b' } }),
    ).rejects.toMatchObject({ code: 'identity.wrongCredentials' });
    expect(lost).not.toHaveBeenCalled();
    await expect(fetchClient.GET('/api/v1/business-clock')).rejects.toMatchObject({ status: 401 });
    expect(lost).toHaveBeenCalledOnce();
  });

  it('keeps the ETag beside the representation', async () => {
    server.use(
      http.get('*/api/v1/business-clock', () =>
        HttpResponse.json({ today: '2022-10-03', isReal: false }, { headers: { etag: '"42"' } }),
      ),
    );
    await expect(versioned(fetchClient.GET('/api/v1/business-clock'))).resolves.toEqual({
      data: { today: '2022-10-03', isReal: false },
      etag: '"42"',
    });
  });
});

describe('idempotency keys', () => {
  it('are version-4 UUIDs and differ', () => {
    const key = newIdempotencyKey();
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newIdempotencyKey()).not.toBe(key);
    expect(idempotencyKey(key)).toEqual({ 'Idempotency-Key': key });
  });
});
