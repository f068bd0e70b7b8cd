import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn, signOut } from './support/sign-in';
import type { Page } from '@playwright/test';

// The later tests look at the proposals of the first one.
test.describe.configure({ mode: 'serial' });

const STAMP = Date.now();
const COLLECTIVE = `Phòng Quản lý chất lượng ${STAMP}`;
const PERSON = `Nguyễn Thị Hương ${STAMP}`;

let proposalPath = '';

async function counts(page: Page): Promise<{ decided: number; open: number }> {
  const answer = await page.request.get('/api/v1/commendation-counters');
  const { items } = (await answer.json()) as {
    items: { programCode: string; decided: number; open: number }[];
  };
  return items.find(({ programCode }) => programCode === 'KT2021')!;
}

async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

async function fitsTheScreen(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, 'nothing sticks out of the screen').toBeLessThanOrEqual(0);
}

test('an officer proposes a collective; a year outside of the programme is refused', async ({ page }) => {
  await signIn(page, 'officer', '/commendations');
  await expect(page.getByRole('heading', { level: 1, name: 'Khen thưởng' })).toBeVisible();
  const before = await counts(page);
  await expect(page.getByText(`${before.decided}/5–10`)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Đề xuất khen thưởng' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đề xuất khen thưởng' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Chương trình' })).toHaveValue(/^KT2021/);
  await page.getByRole('button', { name: 'Đề xuất khen thưởng' }).click();
  await expect(page.getByText('Cần sửa 3 mục')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Tên tập thể' }).fill(COLLECTIVE);
  await page.getByRole('textbox', { name: 'Đơn vị' }).fill('Công ty cổ phần Cà phê Đắk Hà');
  await choose(page, 'Hình thức đề xuất', /^Bằng khen của Chủ tịch/);
  await page
    .getByRole('textbox', { name: 'Thành tích' })
    .fill('Áp dụng 5S trong toàn công ty, giảm một phần ba sản phẩm lỗi.');
  await page.getByLabel('Năm đề xuất').fill('2030');
  await page.getByRole('button', { name: 'Đề xuất khen thưởng' }).click();
  await expect(page.getByText('Nhập năm trong kỳ của chương trình, từ 2021 đến 2025').first()).toBeVisible();
  await page.getByLabel('Năm đề xuất').fill('2022');
  await page.getByRole('button', { name: 'Đề xuất khen thưởng' }).click();
  await expect(page.getByRole('heading', { level: 1, name: COLLECTIVE })).toBeVisible();
  proposalPath = new URL(page.url()).pathname;

  await page.getByRole('link', { name: 'Sửa', exact: true }).click();
  await page
    .getByRole('textbox', { name: 'Đơn vị' })
    .fill('Công ty cổ phần Cà phê Đắk Hà, phường Quyết Thắng');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('phường Quyết Thắng')).toBeVisible();
});

test('the officer records the meeting and attaches its minutes', async ({ page }) => {
  await signIn(page, 'officer', proposalPath);
  await page.getByRole('button', { name: 'Ghi họp xét' }).click();
  const review = page.getByRole('dialog', { name: /^Ghi họp xét: KHT-/ });
  await review.getByRole('button', { name: 'Ghi họp xét' }).click();
  await expect(review.getByText('Cần sửa 2 mục')).toBeVisible();
  await expectAccessible(page);
  const { today } = (await (await page.request.get('/api/v1/business-clock')).json()) as { today: string };
  await review.getByLabel('Ngày họp').fill(today.split('-').reverse().join('/'));
  await review.getByLabel('Biên bản').fill('Biên bản số 01/BB-HĐTĐKT');
  await review.getByRole('button', { name: 'Ghi họp xét' }).click();
  await expect(review).toBeHidden();
  await expect(page.getByText('Đã họp xét', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Trình khen thưởng' })).toHaveCount(0);
  await page.locator('input[type=file]').setInputFiles({
    name: 'bien-ban.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF'),
  });
  await expect(page.getByRole('link', { name: 'Tải bien-ban.pdf' })).toBeVisible();
  await expect(page.getByText('Biên bản họp xét:')).toBeVisible();
  await expectAccessible(page);
});

test('the officer proposes a person and finds both in the list', async ({ page }) => {
  await signIn(page, 'officer', '/commendations/new');
  const before = await counts(page);
  await page.getByRole('radio', { name: 'Cá nhân' }).check();
  await page.getByRole('textbox', { name: 'Họ và tên' }).fill(PERSON);
  await choose(page, 'Hình thức đề xuất', /^Giấy khen của Giám đốc/);
  await page.getByRole('textbox', { name: 'Thành tích' }).fill('Hướng dẫn Kaizen cho hai mươi tổ sản xuất.');
  await page.getByRole('button', { name: 'Đề xuất khen thưởng' }).click();
  await expect(page.getByRole('heading', { level: 1, name: PERSON })).toBeVisible();

  await page.goto('/commendations');
  expect(await counts(page)).toMatchObject({ decided: before.decided, open: before.open + 1 });
  await page.getByRole('searchbox', { name: 'Tìm' }).fill(String(STAMP));
  await expect(page).toHaveURL(new RegExp(`q=.*${STAMP}`));
  await expect(page.getByText('2 đề xuất')).toBeVisible();
  await choose(page, 'Đối tượng', /^Cá nhân$/);
  await expect(page).toHaveURL(/kind=individual/);
  await expect(page.getByRole('link', { name: PERSON })).toBeVisible();
  await expect(page.getByRole('link', { name: COLLECTIVE })).toHaveCount(0);
});

// fact:S3.20
test('the director submits it, the officer records the decision, and the counter moves', async ({ page }) => {
  await signIn(page, 'director', proposalPath);
  await page.getByRole('button', { name: 'Trình khen thưởng' }).click();
  const submit = page.getByRole('dialog', { name: /^Trình khen thưởng: KHT-/ });
  await expectAccessible(page);
  await submit.getByRole('button', { name: 'Trình khen thưởng' }).click();
  await expect(submit).toBeHidden();
  await expect(page.getByText('Đã trình', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ghi quyết định' })).toHaveCount(0);
  await signOut(page);

  await signIn(page, 'officer', proposalPath);
  const before = await counts(page);
  await page.getByRole('button', { name: 'Ghi quyết định' }).click();
  const decision = page.getByRole('dialog', { name: /^Ghi quyết định: KHT-/ });
  await decision.getByLabel('Số quyết định').fill('10/QĐ-UBND');
  await decision.getByLabel('Ngày quyết định').fill('01/01/2021');
  await decision.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(decision.getByText(/Quyết định không thể có trước ngày họp xét/).first()).toBeVisible();
  await expectAccessible(page);
  const { today } = (await (await page.request.get('/api/v1/business-clock')).json()) as { today: string };
  await decision.getByLabel('Ngày quyết định').fill(today.split('-').reverse().join('/'));
  await decision.getByRole('button', { name: 'Ghi quyết định' }).click();
  await expect(decision).toBeHidden();
  await expect(page.getByText(/^Số 10\/QĐ-UBND ngày .*: Bằng khen của Chủ tịch/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('navigation').getByRole('link', { name: 'Khen thưởng' }).click();
  await expect(page.getByText(`${before.decided + 1}/5–10`)).toBeVisible();
});

test('on a phone a person is declined with the reason', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await signIn(page, 'officer', '/commendations');
  await expect(page.getByText(/^\d+\/5–10$/)).toBeVisible();
  await fitsTheScreen(page);
  await expectAccessible(page);
  await page.getByRole('searchbox', { name: 'Tìm' }).fill(PERSON);
  await page.getByRole('link', { name: PERSON }).click();
  await fitsTheScreen(page);
  await page.getByRole('button', { name: 'Không khen thưởng' }).click();
  const decline = page.getByRole('dialog', { name: /^Không khen thưởng: KHT-/ });
  await decline.getByRole('button', { name: 'Không khen thưởng' }).click();
  await expect(decline.getByText('Không được để trống')).toBeVisible();
  await decline.getByLabel('Lý do').fill('Thành tích chưa đủ thời gian xét');
  await decline.getByRole('button', { name: 'Không khen thưởng' }).click();
  await expect(decline).toBeHidden();
  await expect(page.getByText('Lý do: Thành tích chưa đủ thời gian xét')).toBeVisible();
  await expectAccessible(page);
});

test('an enterprise has no such screen', async ({ page }) => {
  await signIn(page, 'enterprise', '/commendations');
  await expect(page.getByRole('heading', { level: 1, name: 'Khen thưởng' })).toHaveCount(0);
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Khen thưởng' })).toHaveCount(0);
});
