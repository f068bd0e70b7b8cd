// fact:S3.47 fact:S4.21
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn, signOut } from './support/sign-in';

const PHONE = { width: 360, height: 760 };
const DESK = { width: 1440, height: 900 };
const ENTERPRISE = 'Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum';

/** Set to a folder to keep pictures of the journey. */
const PICTURES = process.env['NSCL_PICTURES'];

const MINUTES = {
  name: 'bien-ban-hop.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

/** Presses the act's button, reads the dialog and confirms with the verb of the same name. */
async function act(page: Page, verb: string, inDialog?: () => Promise<void>): Promise<void> {
  await page
    .getByRole('region', { name: 'Việc tiếp theo' })
    .getByRole('button', { name: verb, exact: true })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await inDialog?.();
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await expect(dialog).toBeHidden({ timeout: 15_000 });
}

async function expectStatus(page: Page, status: string): Promise<void> {
  await expect(page.locator('main').getByText(status, { exact: true }).first()).toBeVisible();
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

test('a dossier goes from the ready draft to the published decision and replays identically', async ({
  page,
}) => {
  test.setTimeout(300_000);
  let path = '';
  let code = '';

  await test.step('the enterprise finds its draft, corrects a figure and hands it in, on a phone', async () => {
    await page.setViewportSize(PHONE);
    await signIn(page, 'enterprise');
    await expect(page.getByRole('heading', { name: /^Việc đang chờ tôi/ })).toBeVisible();
    await picture(page, '01-home-phone');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Hồ sơ chưa nộp' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Hồ sơ chưa nộp' })).toBeVisible();
    path = new URL(page.url()).pathname;
    await expect(page.getByText(ENTERPRISE).first()).toBeVisible();
    const subsidy = page.getByRole('region', { name: 'Kinh phí hỗ trợ' });
    await expect(subsidy.getByText('Chín mươi triệu đồng')).toBeVisible();
    await picture(page, '02-draft-phone');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    const other = page.getByLabel('Đã được hỗ trợ từ nguồn công khác').first();
    await other.fill('200000000');
    await expect(page.getByText(/^Khoản hỗ trợ công khác vượt chi phí/).first()).toBeVisible();
    await picture(page, '03-field-error-phone');
    await expectAccessible(page);
    await other.fill('');
    await expect(page.getByText(/^Đã tự lưu bản nháp lúc \d\d:\d\d$/)).toBeVisible();

    await act(page, 'Nộp hồ sơ', async () => {
      await picture(page, '04-submit-dialog-phone');
      await expectAccessible(page);
    });
    await expectStatus(page, 'Đã nộp');
    code = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    expect(code).not.toBe('Hồ sơ chưa nộp');
    await signOut(page);
  });

  await test.step('the officer finds it by its code, checks and accepts it', async () => {
    await page.setViewportSize(DESK);
    await signIn(page, 'officer', `/enrollments?q=${encodeURIComponent(code)}`);
    await expect(page.getByRole('link', { name: code })).toBeVisible();
    await picture(page, '05-list');
    await expectAccessible(page);
    await page.getByRole('link', { name: code }).click();
    await act(page, 'Tiếp nhận kiểm tra');
    await expectStatus(page, 'Đang kiểm tra');

    await page.getByRole('button', { name: 'Yêu cầu bổ sung', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Yêu cầu bổ sung', exact: true }).click();
    await expect(dialog.getByText('Cần sửa 3 mục')).toBeVisible();
    await picture(page, '06-supplement-errors');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Hủy' }).click();

    await act(page, 'Hồ sơ hợp lệ');
    await expectStatus(page, 'Hợp lệ, chờ thẩm định');
    await picture(page, '07-valid');
  });

  await test.step("the officer records the council's conclusion with its minutes and proposes", async () => {
    await act(page, 'Ghi nhận kết luận hội đồng', async () => {
      await expect(page.getByText('Đính kèm biên bản trước khi ghi kết luận')).toBeVisible();
      await page.getByLabel('Đính kèm Biên bản họp hội đồng đã ký').setInputFiles(MINUTES);
      await expect(page.getByText('Biên bản đã đính kèm: bien-ban-hop.pdf')).toBeVisible();
      await picture(page, '08-conclusion');
      await expectAccessible(page);
    });
    await expectStatus(page, 'Đã thẩm định');
    await act(page, 'Trình phê duyệt');
    await expectStatus(page, 'Trình phê duyệt');
    await signOut(page);
  });

  await test.step('the director approves and publishes', async () => {
    await signIn(page, 'director');
    await picture(page, '09-home-director');
    await page.getByRole('link', { name: code }).click();
    await act(page, 'Phê duyệt', async () => {
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByText('Chín mươi triệu đồng')).toBeVisible();
      await picture(page, '10-approve');
      await expectAccessible(page);
    });
    await expectStatus(page, 'Đã phê duyệt');
    await expect(page.getByText('Mức hỗ trợ chính thức theo quyết định')).toBeVisible();
    await act(page, 'Công bố quyết định');
    await expect(page.getByRole('button', { name: 'Công bố quyết định' })).toBeHidden();
    await signOut(page);
  });

  await test.step('the records clerk enters the number that the decision got after signature', async () => {
    await signIn(page, 'clerk', path);
    // The money is not the clerk's to see: it is left out, and no error.
    await expect(page.getByRole('heading', { name: 'Quyết định', exact: true })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Kinh phí hỗ trợ' })).toHaveCount(0);
    await act(page, 'Ghi số quyết định', async () => {
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Số quyết định').fill('mười lăm');
      await dialog.getByRole('button', { name: 'Ghi số quyết định', exact: true }).click();
      await expect(dialog.getByText('Cần sửa 1 mục')).toBeVisible();
      await expectAccessible(page);
      await dialog.getByLabel('Số quyết định').fill('15/QĐ-SKHCN');
      await picture(page, '11-decision-number');
    });
    await expect(page.getByText('15/QĐ-SKHCN')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ghi số quyết định' })).toBeHidden();
    await picture(page, '11-published');
    await signOut(page);
  });

  await test.step('the enterprise sees what it gets and why', async () => {
    await page.setViewportSize(PHONE);
    await signIn(page, 'enterprise', path);
    await expectStatus(page, 'Đã phê duyệt');
    const subsidy = page.getByRole('region', { name: 'Kinh phí hỗ trợ' });
    await expect(subsidy.getByText(/^90\.000\.000\s₫$/)).toBeVisible();
    await expect(subsidy.getByText('Chín mươi triệu đồng')).toBeVisible();
    await expect(subsidy.getByText(/107\.000\.000\s₫/).first()).toBeVisible();
    await expect(subsidy.getByText(/50% × 99\.000\.000\s₫ = 49\.500\.000\s₫/)).toBeVisible();
    await picture(page, '12-granted-phone');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await signOut(page);
  });

  await test.step('the auditor works it out again: identical', async () => {
    await page.setViewportSize(DESK);
    await signIn(page, 'auditor', path);
    await page.getByRole('button', { name: 'Tính lại đối chiếu' }).click();
    await expect(page.getByText('Kết quả tính lại giống hệt bản đã lưu')).toBeVisible();
    await picture(page, '13-replay');
    await expectAccessible(page);
  });
});

test('the calculator gives the same figures with the same reasons', async ({ page }) => {
  await signIn(page, 'officer', '/calculator');
  await page.getByRole('combobox', { name: /^Chương trình/ }).click();
  await page.getByRole('option', { name: /^KT2021/ }).click();
  await page.getByRole('combobox', { name: /^Nội dung hỗ trợ/ }).click();
  await page.getByRole('option', { name: /^Chứng nhận sản phẩm, hệ thống/ }).click();
  await page.getByLabel(/^Hệ thống, sản phẩm được hỗ trợ/).fill('iso22000');
  await page.getByLabel(/^Chi phí/).fill('99000000');
  await page.getByRole('button', { name: 'Tính', exact: true }).click();
  await expect(page.getByText('Bốn mươi lăm triệu đồng')).toBeVisible();
  await picture(page, '14-calculator');
  await expectAccessible(page);
});
