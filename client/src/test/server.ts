import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { Schemas } from '@/api/client';

export function signedInAnswer(change: Partial<Schemas['SessionDetails']> = {}): Schemas['SessionDetails'] {
  return {
    user: { id: '0198a000-0000-7000-8000-000000000001', fullName: 'Lê Quốc Ưng', userName: 'officer' },
    roles: ['programOfficer'],
    permissions: [],
    province: { code: 'konTum', name: 'Tỉnh Kon Tum', nameEn: 'Kon Tum Province' },
    enterprises: [],
    antiforgeryToken: 'token-1',
    secondFactorRequired: false,
    ...change,
  };
}

export function signedOutAnswer(): Schemas['SessionDetails'] {
  return signedInAnswer({ user: null, province: null, antiforgeryToken: null, permissions: [], roles: [] });
}

export function problem(status: number, body: Record<string, unknown> = {}) {
  return HttpResponse.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

export const server = setupServer(
  http.get('*/api/v1/session', () => HttpResponse.json(signedInAnswer())),
  http.get('*/api/v1/business-clock', () => HttpResponse.json({ today: '2022-10-03', isReal: false })),
  http.get('*/api/v1/problem-codes', () => HttpResponse.json({ items: [] })),
);
