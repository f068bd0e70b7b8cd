import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';
import type { Locator, Page } from '@playwright/test';

// The second test registers for the course that the first one opens.
test.describe.configure({ mode: 'serial' });

const TITLE = `Tập huấn truy xuất nguồn gốc sản phẩm, hàng hóa ${Date.now()}`;

async function choose(page: Page, scope: Locator | Page, label: string, option: string): Promise<void> {
  await expect(async () => {
    await scope.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
}

async function openRegisterDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Đăng ký người tham dự' }).click();
  const dialog = page.getByRole('dialog', { name: /^Đăng ký tham dự/ });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function registerCivilServant(page: Page, fullName: string): Promise<void> {
  const dialog = await openRegisterDialog(page);
  await dialog.getByLabel('Họ và tên người tham dự').fill(fullName);
  await choose(page, dialog, 'Đối tượng', 'Công chức');
  await dialog.getByLabel('Tên đơn vị, cơ quan').fill('Sở Nông nghiệp và Phát triển nông thôn');
  await dialog.getByRole('button', { name: 'Đăng ký', exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('a course from planning to the promotion of the first in the line', async ({ page }) => {
  await signIn(page, 'officer', '/courses');
  await expect(page.getByRole('heading', { level: 1, name: 'Đào tạo, hội nghị' })).toBeVisible();
  await page.getByRole('link', { name: 'Lập kế hoạch' }).first().click();

  await page.getByRole('button', { name: 'Lập kế hoạch' }).click();
  await expect(page.getByText(/Cần sửa \d+ mục/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('textbox', { name: 'Tên', exact: true }).fill(TITLE);
  await choose(page, page, 'Chuyên đề', 'Truy xuất nguồn gốc sản phẩm, hàng hóa');
  await page.keyboard.press('Escape');
  await page.getByLabel('Tiêu chuẩn, quy định được phổ biến').fill('TCVN 12850:2019');
  await page.getByLabel('Ngày bắt đầu').fill('24/11/2022');
  await page.getByLabel('Ngày kết thúc').fill('27/11/2022');
  await page.getByLabel('Số chỗ').fill('2');
  await page.getByRole('button', { name: 'Thêm buổi' }).click();
  await page.getByRole('textbox', { name: 'Nội dung', exact: true }).fill('Lý thuyết truy xuất nguồn gốc');
  await page.getByRole('textbox', { name: 'Ngày', exact: true }).fill('24/11/2022');
  await page.getByRole('button', { name: 'Lập kế hoạch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Mở đăng ký' }).click();
  const confirm = page.getByRole('dialog', { name: /^Mở đăng ký/ });
  await expectAccessible(page);
  await confirm.getByRole('button', { name: 'Mở đăng ký' }).click();
  await expect(page.getByText('Đang chiêu sinh').first()).toBeVisible();

  const dialog = await openRegisterDialog(page);
  await dialog.getByRole('button', { name: 'Đăng ký', exact: true }).click();
  await expect(dialog.getByText(/Cần sửa \d+ mục/)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await registerCivilServant(page, 'Nguyễn Văn An');
  await registerCivilServant(page, 'Trần Thị Bình');
  await registerCivilServant(page, 'A Nao');
  const rows = page.getByRole('table', { name: 'Người đăng ký' }).locator('tbody tr');
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: 'A Nao' })).toContainText('thứ 1 trong danh sách chờ');

  // The same person twice is refused, and what was typed stays.
  const again = await openRegisterDialog(page);
  await again.getByLabel('Họ và tên người tham dự').fill('nguyễn văn  an');
  await choose(page, again, 'Đối tượng', 'Công chức');
  await again.getByLabel('Tên đơn vị, cơ quan').fill('Sở Nông nghiệp và Phát triển nông thôn');
  await again.getByRole('button', { name: 'Đăng ký', exact: true }).click();
  await expect(again.getByRole('alert').first()).toBeVisible();
  await expectAccessible(page);
  await again.getByRole('button', { name: 'Hủy' }).click();

  await page.getByRole('button', { name: 'Hủy đăng ký: Nguyễn Văn An' }).click();
  const cancel = page.getByRole('dialog', { name: 'Hủy đăng ký của Nguyễn Văn An' });
  await cancel.getByRole('button', { name: 'Hủy đăng ký' }).click();
  await expect(rows.filter({ hasText: 'A Nao' })).toContainText('Đã có chỗ');
  await expect(rows.filter({ hasText: 'Nguyễn Văn An' })).toContainText('Đã hủy');
  await expectAccessible(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the enterprise registers its people and sees only them', async ({ page }) => {
    await signIn(page, 'enterprise', '/courses');
    await page.getByRole('link', { name: TITLE }).click();
    const dialog = await openRegisterDialog(page);
    await dialog.getByLabel('Họ và tên người tham dự').fill('Lê Thị Cúc');
    await dialog.getByRole('button', { name: 'Đăng ký', exact: true }).click();
    await expect(dialog.getByText('Ghi điện thoại hoặc thư điện tử').first()).toBeVisible();
    await dialog.getByLabel('Điện thoại').fill('0905 123 456');
    await dialog.getByRole('button', { name: 'Đăng ký', exact: true }).click();
    await expect(dialog).toBeHidden();
    const table = page.getByRole('table', { name: 'Người đăng ký' });
    await expect(table.getByText('Lê Thị Cúc')).toBeVisible();
    await expect(table.getByText('Trần Thị Bình')).toHaveCount(0);
    await expectAccessible(page);
  });
});
