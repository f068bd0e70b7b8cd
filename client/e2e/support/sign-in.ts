import { expect, type Page } from '@playwright/test';

/** The one password of the demo accounts, as printed in the README. */
export function demoPassword(): string {
  const password = process.env['NSCL_DEMO_PASSWORD'];
  if (!password) throw new Error('NSCL_DEMO_PASSWORD is not set');
  return password;
}

export async function signIn(page: Page, userName: string, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Tên đăng nhập').fill(userName);
  await page.locator('input[name="password"]').fill(demoPassword());
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page.locator('header.shell-top')).toBeVisible();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Tài khoản / }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}
