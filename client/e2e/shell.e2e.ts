import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';

const PHONE = { width: 360, height: 740 };

test('everything opens, moves and closes by keyboard, and no overlay has a fault', async ({ page }) => {
  await signIn(page, 'officer');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Tình hình hồ sơ' }).getByText('Chờ phê duyệt'),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Bỏ qua đến nội dung chính' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Phím tắt' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.keyboard.press('Control+k');
  const search = page.getByRole('textbox', { name: 'Tìm nhanh' });
  await expect(search).toBeFocused();
  await search.fill('chuong trinh');
  await expect(page.getByRole('button', { name: 'Chương trình' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Chương trình hỗ trợ' })).toBeVisible();

  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Đăng xuất' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.goto('/enrollments');
  await expect(page.getByRole('link', { name: /^KT2021-/ }).first()).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Tìm hồ sơ')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Hiển thị' }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Dòng thưa' })).toBeVisible();
  await expectAccessible(page);
});

test('the menu of a phone and the cards of its lists have no fault', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await signIn(page, 'officer', '/enrollments');
  await expect(page.getByRole('link', { name: /^KT2021-/ }).first()).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Mở danh mục' }).click();
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Doanh nghiệp' })).toBeVisible();
  await expectAccessible(page);
});

test('a screen of other roles and an address without one say so calmly, in the frame', async ({ page }) => {
  await signIn(page, 'enterprise', '/audit');
  await expect(
    page.getByRole('heading', { level: 1, name: 'Màn hình này không dành cho tài khoản của bạn' }),
  ).toBeVisible();
  await expect(page.getByText(/cần quyền xem nhật ký hệ thống/)).toBeVisible();
  await expectAccessible(page);

  await page.goto('/khong-co-man-hinh-nay');
  await expect(page.getByRole('heading', { level: 1, name: 'Không tìm thấy trang' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Điều hướng chính' })).toBeVisible();
  await expectAccessible(page);
});

test('a member of the council, who has no dossiers, finds the programme', async ({ page }) => {
  await signIn(page, 'council.chair');
  await page
    .getByRole('region', { name: 'Chương trình đang thực hiện' })
    .getByRole('link', { name: /Kon Tum/ })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: 'Chính sách hỗ trợ' })).toBeVisible();
});
