import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { addProblemCodes } from '@/shared/lib/problem';
import { openApp } from '@/test/render';
import { problem, server, signedInAnswer } from '@/test/server';

const ID = '0198a000-0000-7000-8000-0000000000e1';
const URL = `/enrollments/${ID}`;

const draft: Schemas['EnrollmentDetails'] = {
  id: ID,
  code: null,
  programId: '0198a000-0000-7000-8000-0000000000a1',
  programCode: 'KT2021',
  programTitle: 'Nâng cao năng suất, chất lượng',
  programTitleEn: 'Raising productivity and quality',
  enterpriseId: '0198a000-0000-7000-8000-0000000000b1',
  enterpriseName: 'Công ty cổ phần Sâm Ngọc Linh',
  policyVersionId: null,
  status: 'draft',
  channel: 'online',
  supportLines: [
    {
      id: '0198a000-0000-7000-8000-0000000000c1',
      itemCode: 'P50-CERT',
      itemTitle: 'Chứng nhận hệ thống quản lý',
      itemTitleEn: 'Certification of management systems',
      unitKey: 'iso22000',
      unitName: 'TCVN ISO 22000:2018',
      eligibleCost: 99_000_000,
      otherPublicSupport: 0,
      sources: [{ source: 'counterpart', amount: 99_000_000 }],
    },
  ],
  statement: null,
  declarations: {
    receivesOtherPublicSupport: false,
    otherPublicSupportDetails: null,
    commitsCounterpart: true,
  },
  documents: [],
  checklist: [{ kind: 'D01', isRequired: true, isPresent: false, documentId: null }],
  timeline: [],
  supplements: [],
  clocks: [],
  councilConclusion: null,
  decision: null,
  createdAt: '2022-10-03T01:00:00Z',
  submittedAt: null,
  receivedOn: null,
  checkedByName: null,
  allowedActions: ['edit', 'attachDocument', 'withdraw'],
  blockedActions: [{ action: 'submit', code: 'enrollment.missingDocuments', args: { missing: ['D01'] } }],
};

function answer(data: Schemas['EnrollmentDetails'], etag: string) {
  return HttpResponse.json(data, { headers: { etag } });
}

beforeEach(() => {
  addProblemCodes([
    {
      code: 'enrollment.missingDocuments',
      titleVi: 'Hồ sơ còn thiếu giấy tờ',
      titleEn: 'Papers are missing',
      detailVi: 'Đính kèm: {missing}.',
      detailEn: 'Attach: {missing}.',
    },
    {
      code: 'enrollment.otherSupportAboveCost',
      titleVi: 'Khoản hỗ trợ công khác vượt chi phí',
      titleEn: 'Other support exceeds the cost',
      detailVi: 'Kiểm tra lại hai số tiền.',
      detailEn: 'Check both amounts.',
    },
  ]);
  server.use(
    http.get('*/api/v1/session', () =>
      HttpResponse.json(signedInAnswer({ permissions: ['enrollments.read', 'enrollments.create'] })),
    ),
    http.get(`*/api/v1/enrollments/${ID}`, () => answer(draft, '"1"')),
    http.get(`*/api/v1/enrollments/${ID}/subsidy`, () => problem(409, { code: 'subsidy.noLines' })),
    http.get('*/api/v1/programs/:id/policy-versions', () => HttpResponse.json({ items: [] })),
  );
});

describe('a draft', { timeout: 30_000 }, () => {
  it('says what stands in the way, with the papers by their names, and has no accessibility fault', async () => {
    await openApp(URL);
    const next = screen.getByRole('region', { name: 'Việc tiếp theo' });
    expect(
      within(next).getByText(
        'Nộp hồ sơ: Hồ sơ còn thiếu giấy tờ. Đính kèm: Đơn đăng ký tham gia chương trình.',
      ),
    ).toBeVisible();
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });

  it('saves itself from version to version', async () => {
    const seen: (string | null)[] = [];
    server.use(
      http.put(`*/api/v1/enrollments/${ID}`, async ({ request }) => {
        seen.push(request.headers.get('if-match'));
        const { statement } = (await request.json()) as { statement: string };
        return answer({ ...draft, statement }, `"${seen.length + 1}"`);
      }),
    );
    await openApp(URL);
    await userEvent.type(screen.getByLabelText('Thuyết minh'), 'Một');
    expect(await screen.findByText(/^Đã tự lưu bản nháp lúc/, {}, { timeout: 10_000 })).toBeVisible();
    await userEvent.type(screen.getByLabelText('Thuyết minh'), ' hai');
    await waitFor(() => expect(seen).toEqual(['"1"', '"2"']), { timeout: 10_000 });
    expect(screen.getByLabelText('Thuyết minh')).toHaveValue('Một hai');
  });

  it('keeps what was typed when somebody else has changed the dossier, and saves over it on demand', async () => {
    let current = '"7"';
    server.use(
      http.put(`*/api/v1/enrollments/${ID}`, ({ request }) => {
        if (request.headers.get('if-match') !== current) return problem(412, { code: 'x' });
        current = '"8"';
        return answer({ ...draft, statement: 'Của tôi' }, current);
      }),
    );
    await openApp(URL);
    await userEvent.type(screen.getByLabelText('Thuyết minh'), 'Của tôi');
    expect(await screen.findByText('Người khác vừa sửa nội dung này', {}, { timeout: 10_000 })).toBeVisible();
    expect(screen.getByLabelText('Thuyết minh')).toHaveValue('Của tôi');
    server.use(http.get(`*/api/v1/enrollments/${ID}`, () => answer(draft, current)));
    await userEvent.click(screen.getByRole('button', { name: 'Giữ phần của tôi và lưu đè' }));
    expect(await screen.findByText(/^Đã tự lưu bản nháp lúc/, {}, { timeout: 10_000 })).toBeVisible();
  });

  it('offers the systems of the catalogue where the policy counts systems, and keeps a typed name', async () => {
    const sent: Schemas['UpdateEnrollmentRequest'][] = [];
    const names = (list: string, items: [string, string][]) => ({
      list,
      items: items.map(([code, nameVi]) => ({ code, nameVi, nameEn: code })),
    });
    server.use(
      http.get('*/api/v1/programs/:id/policy-versions', () =>
        HttpResponse.json({
          items: [
            {
              effectiveFrom: '2021-01-01',
              items: [
                {
                  code: 'P50-CERT',
                  title: 'Chứng nhận hệ thống quản lý',
                  titleEn: 'Certification',
                  capUnit: 'system',
                  fundingMode: 'reimbursement',
                },
              ],
            },
          ],
        }),
      ),
      http.get('*/api/v1/reference-data/managementSystems', () =>
        HttpResponse.json(
          names('managementSystems', [
            ['iso22000', 'Hệ thống quản lý an toàn thực phẩm'],
            ['traceability', 'Hệ thống truy xuất nguồn gốc'],
          ]),
        ),
      ),
      http.get('*/api/v1/reference-data/tools', () => HttpResponse.json(names('tools', [['fiveS', '5S']]))),
      http.put(`*/api/v1/enrollments/${ID}`, async ({ request }) => {
        sent.push((await request.json()) as Schemas['UpdateEnrollmentRequest']);
        return answer(draft, `"${sent.length + 1}"`);
      }),
    );
    await openApp(URL);
    const picker = () => screen.getByRole('combobox', { name: 'Hệ thống, tiêu chuẩn' });
    await waitFor(() => expect(picker()).toHaveValue('Hệ thống quản lý an toàn thực phẩm'), {
      timeout: 5_000,
    });
    await userEvent.click(picker());
    await userEvent.click(await screen.findByRole('option', { name: 'Hệ thống truy xuất nguồn gốc' }));

    expect(screen.getByLabelText(/^Hệ thống, sản phẩm đề nghị hỗ trợ/)).toHaveValue('TCVN ISO 22000:2018');
    await waitFor(() => expect(sent.at(-1)?.supportLines?.[0]?.unitKey).toBe('traceability'), {
      timeout: 10_000,
    });
    expect(sent.at(-1)?.supportLines?.[0]?.unitName).toBe('TCVN ISO 22000:2018');
  });

  it.each([
    ['2022-10-03T02:00:00Z', 'Được yêu cầu bổ sung'],
    ['2022-10-06T02:00:00Z', 'Đã có'],
  ])('marks a paper that the office asks for until it comes in anew (%s)', async (uploadedAt, mark) => {
    const sentBack: Schemas['EnrollmentDetails'] = {
      ...draft,
      status: 'supplementRequired',
      checklist: [{ kind: 'D01', isRequired: true, isPresent: true, documentId: ID }],
      documents: [
        {
          id: ID,
          kind: 'D01',
          fileName: 'don-dang-ky.pdf',
          version: 1,
          isCurrent: true,
          sizeBytes: 2048,
          mediaType: 'application/pdf',
          uploadedByName: 'A Thuận',
          uploadedAt,
          isRemovable: false,
        },
      ],
      supplements: [
        {
          reason: 'Chưa ký',
          deadline: '2022-10-20',
          items: ['D01'],
          requestedAt: '2022-10-05T02:00:00Z',
          requestedOn: '2022-10-05',
          resubmittedAt: null,
          resubmittedOn: null,
          renewedItems: null,
        },
      ],
    };
    server.use(http.get(`*/api/v1/enrollments/${ID}`, () => answer(sentBack, '"1"')));
    await openApp(URL);
    const papers = screen.getByRole('region', { name: 'Thành phần hồ sơ' });
    expect(within(papers).getByText(mark)).toBeVisible();
    expect(within(papers).queryByRole('button', { name: /^Xóa/ })).toBeNull();
  });

  it('shows a refusal at its field', async () => {
    server.use(
      http.put(`*/api/v1/enrollments/${ID}`, () =>
        problem(409, {
          code: 'enrollment.otherSupportAboveCost',
          errors: [
            { pointer: '/supportLines/0/otherPublicSupport', code: 'enrollment.otherSupportAboveCost' },
          ],
        }),
      ),
    );
    await openApp(URL);
    const field = screen.getByLabelText('Đã được hỗ trợ từ nguồn công khác');
    await userEvent.type(field, '200000000');
    await waitFor(() => expect(field).toBeInvalid(), { timeout: 10_000 });
    expect(field).toHaveAccessibleDescription(/Khoản hỗ trợ công khác vượt chi phí/);
  });
});
