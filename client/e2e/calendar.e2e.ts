import { readFile } from 'node:fs/promises';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';

test('an enterprise takes a course into its own calendar', async ({ page }) => {
  await signIn(page, 'enterprise', '/courses');
  await page
    .getByRole('link', { name: /VietGAP/ })
    .first()
    .click();
  const link = page.getByRole('link', { name: 'Thêm vào lịch (.ics)' });
  await expect(link).toBeVisible();
  await expectAccessible(page);
  const coming = page.waitForEvent('download');
  await link.click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^KH-\d{4}-\d{4}\.ics$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  expect(text).toMatch(/\r\nDTSTART(;VALUE=DATE)?:\d{8}/);
});

test('the calendar shows the sessions by month, by week and as a list', async ({ page }) => {
  await signIn(page, 'officer', '/courses');
  await page.getByRole('link', { name: 'Lịch', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lịch đào tạo' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /tháng 10.*2022/i })).toBeVisible();
  await expectAccessible(page);

  // By keyboard alone.
  await page.getByRole('button', { name: 'Tháng sau' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: /tháng 11.*2022/i })).toBeVisible();
  await expect(page).toHaveURL(/on=2022-11-03/);
  const grid = page.getByRole('table', { name: /^Các buổi: Tháng 11/ });
  const cell = grid.getByRole('cell', { name: /^24/ });
  await expect(cell.getByRole('link').first()).toBeVisible();
  await expectAccessible(page);

  await page.goto('/courses/calendar?view=week&on=2022-11-24');
  await expect(page.getByRole('heading', { level: 2, name: '21/11/2022 – 27/11/2022' })).toBeVisible();
  await expectAccessible(page);
  await page.getByText('Danh sách', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'Thứ Năm, 24/11/2022' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('region', { name: 'Thứ Năm, 24/11/2022' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/courses\/[0-9a-f-]{36}/);
});

test('an address for another calendar is made, read without signing in, and ended', async ({
  page,
  playwright,
}) => {
  await signIn(page, 'officer', '/courses/calendar');
  await page.getByRole('button', { name: 'Theo dõi bằng lịch khác' }).click();
  const dialog = page.getByRole('dialog', { name: 'Theo dõi bằng lịch khác' });
  await dialog.getByRole('button', { name: /^Tạo địa chỉ/ }).click();
  const address = await dialog.getByLabel('Địa chỉ của lịch').inputValue();
  await expectAccessible(page);

  const stranger = await playwright.request.newContext();
  const feed = await stranger.get(address);
  expect(feed.status()).toBe(200);
  expect(feed.headers()['content-type']).toContain('text/calendar');
  expect(await feed.text()).toContain('BEGIN:VEVENT');

  await dialog.getByRole('button', { name: 'Hủy địa chỉ' }).click();
  await expect(dialog.getByRole('button', { name: 'Tạo địa chỉ', exact: true })).toBeVisible();
  expect((await stranger.get(address)).status()).toBe(404);
  await stranger.dispose();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the calendar is a list', async ({ page }) => {
    await signIn(page, 'enterprise', '/courses/calendar?on=2022-11-03');
    await expect(page.getByRole('region', { name: 'Thứ Năm, 24/11/2022' })).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
