import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';

test('the plan of Kon Tum is shown with policy, targets and its own words', async ({ page }) => {
  await signIn(page, 'officer', '/programs');
  await expect(page.getByRole('heading', { level: 1, name: 'Chương trình hỗ trợ' })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('link', { name: /trên địa bàn tỉnh Kon Tum/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /nâng cao năng suất/ })).toBeVisible();

  // S3.46–S3.47: rate, cap and unit in words, beside the sentence and clause of the plan.
  const policy = page.getByRole('region', { name: 'Chính sách hỗ trợ' });
  await expect(
    policy.getByText('Hỗ trợ 50% kinh phí, tối đa không quá 45 triệu đồng/hệ thống.').first(),
  ).toBeVisible();
  await expect(policy.getByText('Căn cứ: Mục III.2.2').first()).toBeVisible();
  await expect(policy.getByText('mặc định, có thể cấu hình').first()).toBeVisible();

  // S3.1: number and date of the plan are not in the source.
  const decision = page.getByRole('region', { name: 'Văn bản ban hành' });
  await expect(decision.getByText('chưa nêu trong văn bản')).toHaveCount(2);
  // S3.58
  await expect(
    page.getByRole('region', { name: 'Chế độ báo cáo' }).getByText('trước ngày 30/11'),
  ).toBeVisible();
  await expect(page.getByRole('cell', { name: 'từ 10 đến 20 doanh nghiệp', exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Mở tất cả' }).click();
  await expect(page.getByRole('button', { name: 'Đóng tất cả' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.locator('main').innerText()).not.toMatch(/\bS[0-4]\.\d+\b/);
});

test('the page of a programme is complete in English', async ({ page }) => {
  await signIn(page, 'officer', '/programs');
  await page.getByRole('button', { name: 'Chuyển sang tiếng Anh' }).click();
  await page
    .getByRole('link', { name: /Kon Tum/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 2, name: 'Support policy' })).toBeVisible();
  await expect(page.getByText('not stated in the document').first()).toBeVisible();
  await expectAccessible(page);
});
