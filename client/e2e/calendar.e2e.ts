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
