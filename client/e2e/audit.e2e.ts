import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';

test('the auditor reads who changed what and verifies the trail', async ({ page }) => {
  await signIn(page, 'auditor', '/audit');
  await expect(page.getByRole('heading', { level: 1, name: 'Nhật ký hệ thống' })).toBeVisible();
  const rows = page.getByRole('table').locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('combobox', { name: 'Thao tác' }).fill('nop ho so');
  await page.getByRole('option', { name: 'Nộp hồ sơ', exact: true }).click();
  await expect(page).toHaveURL(/action=SubmitEnrollment/);
  const submitted = rows.first().getByRole('button', { name: 'Nộp hồ sơ' });
  await submitted.click();
  const details = page.getByRole('dialog', { name: 'Nộp hồ sơ' });
  await expect(details.getByText('Nội dung thay đổi')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Kiểm tra toàn vẹn' }).click();
  await expect(page.getByText('Nhật ký còn nguyên vẹn')).toBeVisible();
  await expect(page.getByText('Mã băm của dòng cuối')).toBeVisible();
  await expectAccessible(page);
});

test('an officer has no audit screen', async ({ page }) => {
  await signIn(page, 'officer');
  const navigation = page.getByRole('navigation', { name: 'Điều hướng chính' });
  await expect(navigation).toBeVisible();
  await expect(navigation.getByRole('link', { name: 'Nhật ký' })).toHaveCount(0);
});
