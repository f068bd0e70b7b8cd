import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';
import type { Page } from '@playwright/test';

// The second test looks at the course of the first one.
test.describe.configure({ mode: 'serial' });

const TITLE = `Hội thảo phổ biến tiêu chuẩn ${Date.now()}`;
let courseId = '';

/** A course of today whose registration is open: what the test is about begins there. */
async function openCourseOfToday(page: Page): Promise<string> {
  const { today } = (await (await page.request.get('/api/v1/business-clock')).json()) as { today: string };
  const { antiforgeryToken } = (await (await page.request.get('/api/v1/session')).json()) as {
    antiforgeryToken: string;
  };
  const headers = { 'X-CSRF-Token': antiforgeryToken };
  const planned = await page.request.post('/api/v1/courses', {
    headers,
    data: { kind: 'workshop', title: TITLE, startsOn: today, endsOn: today, seats: 40 },
  });
  expect(planned.status()).toBe(201);
  const { id } = (await planned.json()) as { id: string };
  const opened = await page.request.post(`/api/v1/courses/${id}/open-registration`, {
    headers: { ...headers, 'If-Match': planned.headers()['etag'] ?? '' },
  });
  expect(opened.status()).toBe(200);
  return id;
}

test('a contract is recorded, corrected where it was wrong, and accepted after the course', async ({
  page,
}) => {
  await signIn(page, 'officer', '/courses');
  courseId = await openCourseOfToday(page);
  await page.goto(`/courses/${courseId}`);
  await expect(page.getByText('Chưa có hợp đồng đào tạo')).toBeVisible();

  await page.getByRole('button', { name: 'Ghi hợp đồng' }).click();
  const record = page.getByRole('dialog', { name: 'Ghi hợp đồng' });
  await record.getByRole('button', { name: 'Lưu hợp đồng' }).click();
  await expect(record.getByText(/Cần sửa \d+ mục/)).toBeVisible();
  await expectAccessible(page);
  await record.getByLabel('Số hợp đồng').fill('12/2022/HĐ-ĐT');
  await record.getByLabel('Ngày ký').fill('01/10/2022');
  await record.getByRole('textbox', { name: 'Đơn vị đào tạo', exact: true }).fill('Trung tâm Kỹ thuật 2');
  await record.getByLabel('Mã số thuế của đơn vị đào tạo').fill('6101990018');
  await record.getByLabel('Giá trị hợp đồng').fill('48000000');
  await record.getByRole('button', { name: 'Lưu hợp đồng' }).click();
  await expect(record.getByText('Mã số thuế của đơn vị đào tạo không hợp lệ').first()).toBeVisible();
  await record.getByLabel('Mã số thuế của đơn vị đào tạo').fill('6101990019');
  await record.getByRole('button', { name: 'Lưu hợp đồng' }).click();
  await expect(record).toBeHidden();
  await expect(page.getByText('48.000.000 ₫ (Bốn mươi tám triệu đồng)')).toBeVisible();
  await expect(page.getByText(/Chưa thể .*Nghiệm thu|Nghiệm thu.*Khóa học chưa kết thúc/)).toBeVisible();

  await page.getByRole('button', { name: 'Đính kèm giấy tờ' }).click();
  const attach = page.getByRole('dialog', { name: /^Đính kèm vào hợp đồng/ });
  await expectAccessible(page);
  await attach.locator('input[type=file]').setInputFiles({
    name: 'hop-dong.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF'),
  });
  await expect(attach.getByText(/^hop-dong\.pdf \(/)).toBeVisible();
  await attach.getByRole('button', { name: 'Đóng' }).last().click();
  await expect(page.getByRole('link', { name: 'hop-dong.pdf' })).toBeVisible();

  await page.getByRole('button', { name: 'Ghi nhận giám sát' }).click();
  const note = page.getByRole('dialog', { name: 'Ghi nhận giám sát' });
  await note.getByLabel('Nội dung').fill('Lớp đông đủ, đúng chương trình.');
  await note.getByRole('button', { name: 'Lưu ghi nhận' }).click();
  await expect(page.getByText('Lớp đông đủ, đúng chương trình.')).toBeVisible();

  await page.getByRole('button', { name: 'Kết thúc', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc' }).click();
  await page.getByRole('button', { name: 'Nghiệm thu', exact: true }).click();
  const accept = page.getByRole('dialog', { name: /^Nghiệm thu hợp đồng/ });
  await expectAccessible(page);
  await accept.getByRole('button', { name: 'Nghiệm thu' }).click();
  await expect(accept.getByText(/Cần sửa \d+ mục/)).toBeVisible();
  const { today } = (await (await page.request.get('/api/v1/business-clock')).json()) as { today: string };
  await accept.getByLabel('Ngày nghiệm thu').fill(today.split('-').reverse().join('/'));
  await accept.getByLabel('Số biên bản nghiệm thu').fill('01/BBNT');
  await accept.getByRole('button', { name: 'Nghiệm thu' }).click();
  await expect(accept).toBeHidden();
  await expect(page.getByText('Đã nghiệm thu', { exact: true })).toBeVisible();
  await expect(page.getByText(/biên bản số 01\/BBNT/)).toBeVisible();
  await expectAccessible(page);
});

test('an enterprise sees neither contracts nor supervision', async ({ page }) => {
  await signIn(page, 'enterprise', '/courses');
  await page.goto(`/courses/${courseId}`);
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Hợp đồng đào tạo' })).toHaveCount(0);
});
