import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';

type PackFile = { title: string; titleEn: string; programs: { kind: string }[] };

function asFile(name: string, content: unknown) {
  return { name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) };
}

test('an administrator compares, imports and restores a pack', async ({ page }) => {
  await signIn(page, 'admin', '/admin/packs');
  await expect(page.getByRole('heading', { level: 1, name: 'Gói dữ liệu của tỉnh' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'KT2021' })).toBeVisible();
  await expectAccessible(page);

  const pack = (await (await page.request.get('/api/v1/packs/KT2021')).json()) as PackFile;
  const file = page.getByLabel('Tệp gói dữ liệu');

  await file.setInputFiles(asFile('KT2021.json', pack));
  await expect(page.getByText('Gói này giống hệt gói đang dùng')).toBeVisible();

  const changed = { ...pack, titleEn: `${pack.titleEn} (revised)` };
  for (const content of [changed, pack]) {
    await file.setInputFiles(asFile('KT2021.json', content));
    await page.getByRole('button', { name: /Thông tin chung của gói/ }).click();
    await expect(page.getByText('titleEn')).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Nhập gói KT2021' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nhập gói KT2021' });
    await expect(dialog).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Nhập gói' }).click();
    await expect(page.getByText('Đã nhập gói KT2021')).toBeVisible();
    await page.getByRole('button', { name: 'Đóng thông báo' }).click();
  }
});

test('a faulty pack is refused with every fault and its place', async ({ page }) => {
  await signIn(page, 'admin', '/admin/packs');
  const pack = (await (await page.request.get('/api/v1/packs/KT2021')).json()) as PackFile;
  const [program, ...others] = pack.programs;
  const faulty = { ...pack, unknownList: [], programs: [{ ...program, kind: 'noSuchKind' }, ...others] };
  const file = page.getByLabel('Tệp gói dữ liệu');

  await file.setInputFiles(asFile('KT2021.json', faulty));
  await expect(page.getByRole('heading', { name: /^Gói có \d+ lỗi/ })).toBeVisible();
  await expect(page.getByText('/programs/0/kind')).toBeVisible();
  await expectAccessible(page);

  await file.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"key":') });
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Nhập gói/ })).toHaveCount(0);
});

test('an installed pack is downloaded as a file', async ({ page }) => {
  await signIn(page, 'admin', '/admin/packs');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải gói KT2021 về máy' }).click();
  expect((await download).suggestedFilename()).toBe('KT2021.json');
});

test('who may only read packs is offered no import', async ({ page }) => {
  await signIn(page, 'auditor', '/admin/packs');
  await expect(page.getByRole('row', { name: 'KT2021' })).toBeVisible();
  await expect(page.getByLabel('Tệp gói dữ liệu')).toHaveCount(0);
});
