import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';

const WRONG_FILE = {
  name: 'nham-tep.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};

test('a paper attached by mistake is taken out of the draft again and leaves a trace', async ({ page }) => {
  await signIn(page, 'enterprise.coffee', '/enrollments/new');
  // The only programme and the own enterprise are chosen already.
  await expect(page.getByRole('combobox', { name: /^Chương trình/ })).toHaveValue(/^KT2021/);
  await expect(page.getByRole('combobox', { name: /^Doanh nghiệp/ })).toHaveValue(/Cà phê/);
  await page.getByRole('button', { name: 'Tạo bản nháp' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hồ sơ chưa nộp' })).toBeVisible();

  const papers = page.getByRole('region', { name: 'Thành phần hồ sơ' });
  await papers.getByLabel('Đính kèm Dự toán kinh phí').setInputFiles(WRONG_FILE);
  await expect(papers.getByRole('link', { name: 'Tải xuống nham-tep.pdf' })).toBeVisible();
  await expect(papers.getByText('Đã có 1 trên 6 giấy tờ bắt buộc')).toBeVisible();

  await papers.getByRole('button', { name: 'Xóa nham-tep.pdf' }).click();
  const dialog = page.getByRole('dialog', { name: 'Xóa giấy tờ – nham-tep.pdf' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(papers.getByRole('button', { name: 'Xóa nham-tep.pdf' })).toBeFocused();

  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Xóa giấy tờ' }).click();
  await expect(dialog).toBeHidden();
  await expect(papers.getByText('Đã có 0 trên 6 giấy tờ bắt buộc')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Diễn biến' }).getByText('Xóa giấy tờ')).toBeVisible();
  await expectAccessible(page);

  // The draft has served: it goes again.
  await page.getByRole('button', { name: 'Rút hồ sơ' }).click();
  const withdrawal = page.getByRole('dialog');
  await withdrawal.getByLabel(/^Lý do/).fill('Lập nhầm');
  await withdrawal.getByRole('button', { name: 'Rút hồ sơ' }).click();
  await expect(page.locator('main').getByText('Đã rút', { exact: true }).first()).toBeVisible();
});
