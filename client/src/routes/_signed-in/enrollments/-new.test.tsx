import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { openApp } from '@/test/render';
import { server, signedInAnswer } from '@/test/server';

const asked: URLSearchParams[] = [];

function answerPrograms(items: readonly object[]) {
  server.use(
    http.get('*/api/v1/programs', ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return HttpResponse.json({ items });
    }),
  );
}

beforeEach(() => {
  asked.length = 0;
  server.use(
    http.get('*/api/v1/session', () =>
      HttpResponse.json(signedInAnswer({ permissions: ['enrollments.read', 'enrollments.create'] })),
    ),
  );
});

it('offers only the programs with a policy in force on the business date', async () => {
  answerPrograms([{ id: '1', code: 'KT2021', shortTitle: 'NSCL Kon Tum', titleEn: 'Kon Tum' }]);
  await openApp('/enrollments/new');
  expect(await screen.findByDisplayValue('KT2021 – NSCL Kon Tum')).toBeVisible();
  expect(asked[0]?.get('policyInForceOn')).toBe('2022-10-03');
});

it('says why no dossier can be created where no policy is in force', async () => {
  answerPrograms([]);
  await openApp('/enrollments/new');
  expect(await screen.findByText('Ngày 03/10/2022 chưa có chương trình nào nhận hồ sơ')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Tạo bản nháp' })).toBeNull();
});
