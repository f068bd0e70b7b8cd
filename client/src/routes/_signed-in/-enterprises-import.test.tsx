import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { addProblemCodes } from '@/shared/lib/problem';
import { openApp } from '@/test/render';
import { problem, server, signedInAnswer } from '@/test/server';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const faulty: Schemas['EnterpriseImportCheck'] = {
  rowCount: 3,
  newCount: 2,
  alreadyRegisteredCount: 1,
  faultCount: 1,
  warningCount: 1,
  faults: [
    {
      row: 3,
      column: 'Mã số thuế',
      cell: 'A3',
      code: 'enterprise.taxCodeCheckDigit',
      args: {},
      textVi: 'Chữ số kiểm tra của mã số thuế không khớp. Nhập lại theo giấy đăng ký.',
      textEn: 'The check digit does not fit. Type it again.',
    },
  ],
  warnings: [
    {
      row: 4,
      column: 'Tên doanh nghiệp',
      cell: 'C4',
      code: 'enterprise.importSimilarName',
      args: {},
      textVi: 'Tên gần giống một doanh nghiệp đã có.',
      textEn: 'The name is much like one in the register.',
    },
  ],
};

const sound: Schemas['EnterpriseImportCheck'] = {
  ...faulty,
  faultCount: 0,
  faults: [],
};

function answersWith(check: Schemas['EnterpriseImportCheck']) {
  server.use(http.post('*/api/v1/enterprises/import-checks', () => HttpResponse.json(check)));
}

async function choose(name: string) {
  const file = new File(['sheet'], name, { type: SHEET });
  await userEvent.upload(screen.getByLabelText('Tệp Excel danh sách doanh nghiệp'), file);
}

beforeEach(() => {
  server.use(
    http.get('*/api/v1/session', () =>
      HttpResponse.json(signedInAnswer({ permissions: ['enterprises.read', 'enterprises.import'] })),
    ),
  );
});

describe('the import of enterprises', { timeout: 30_000 }, () => {
  it('names every faulty row and offers no import', async () => {
    answersWith(faulty);
    await openApp('/enterprises/import');
    await choose('danh-sach.xlsx');

    expect(await screen.findByText('Tệp có 1 lỗi nên chưa nhập được')).toBeVisible();
    const findings = screen.getByRole('region', { name: 'Các dòng cần xem' });
    const row = within(findings).getByRole('row', { name: /^3 Mã số thuế/ });
    expect(within(row).getByText(/Chữ số kiểm tra/)).toBeVisible();
    expect(within(row).getByText('A3')).toBeVisible();
    expect(within(findings).getByRole('row', { name: /^4 Tên doanh nghiệp/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Nhập \d/ })).toBeNull();
    expect(
      (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations,
    ).toEqual([]);
  });

  it('stores a sound file once it is confirmed, under one key', async () => {
    const keys: (string | null)[] = [];
    answersWith(sound);
    server.use(
      http.post('*/api/v1/enterprises/imports', ({ request }) => {
        keys.push(request.headers.get('idempotency-key'));
        return keys.length === 1
          ? problem(503, { code: 'server.unavailable' })
          : HttpResponse.json({
              rowCount: 3,
              registeredCount: 2,
              alreadyRegisteredCount: 1,
              warningCount: 1,
            });
      }),
    );
    await openApp('/enterprises/import');
    await choose('danh-sach.xlsx');

    await userEvent.click(await screen.findByRole('button', { name: 'Nhập 2 doanh nghiệp' }));
    const dialog = await screen.findByRole('dialog', { name: 'Nhập doanh nghiệp từ tệp danh-sach.xlsx' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Nhập vào danh sách' }));
    expect(await within(dialog).findByRole('alert')).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Nhập vào danh sách' }));

    expect(await screen.findByText('Đã đăng ký 2 doanh nghiệp')).toBeVisible();
    expect(screen.getByText('1 dòng được bỏ qua vì mã số thuế đã có.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Xem doanh nghiệp mới đăng ký' })).toHaveAttribute(
      'href',
      '/enterprises?sort=-createdAt',
    );
    expect(keys[0]).not.toBeNull();
    expect(keys[1]).toBe(keys[0]);
  });

  it('says at the field why a file is not taken', async () => {
    addProblemCodes([
      {
        code: 'file.workbookExpected',
        titleVi: 'Tệp không phải là sổ tính Excel',
        titleEn: 'The file is no Excel workbook',
        detailVi: 'Lưu lại dạng .xlsx.',
        detailEn: 'Save it as .xlsx.',
      },
    ]);
    server.use(
      http.post('*/api/v1/enterprises/import-checks', () =>
        problem(415, {
          code: 'input.invalid',
          errors: [{ pointer: '/file', code: 'file.workbookExpected' }],
        }),
      ),
    );
    await openApp('/enterprises/import');
    await choose('danh-sach.xlsx');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Tệp không phải là sổ tính Excel. Lưu lại dạng .xlsx.',
    );
    expect(screen.queryByText('3. Kết quả kiểm tra')).toBeNull();
  });
});
