import { readFile } from 'node:fs/promises';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';
import { syntheticTaxCode, withWrongCheckDigit } from './support/tax-code';
import { workbook } from './support/workbook';

const HEADINGS = ['Mã số thuế', 'Tên doanh nghiệp', 'Loại hình', 'Địa bàn', 'Ngành, lĩnh vực'];
const FILE = 'Tệp Excel danh sách doanh nghiệp';

test('an officer imports enterprises from Excel, told of each faulty row, and exports them again', async ({
  page,
}) => {
  const mark = Date.now();
  const [first, second] = [syntheticTaxCode(), syntheticTaxCode()];
  const row = (taxCode: string, name: string, district = 'Huyện Đắk Hà') => [
    taxCode,
    `${name} ${mark}`,
    'Doanh nghiệp',
    district,
    'Cà phê',
  ];

  await signIn(page, 'officer', '/enterprises');
  await page.getByRole('link', { name: 'Nhập từ Excel' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhập doanh nghiệp từ Excel' })).toBeVisible();
  await expectAccessible(page);

  const template = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải tệp mẫu' }).click();
  expect((await template).suggestedFilename()).toBe('mau-nhap-doanh-nghiep.xlsx');

  await page
    .getByLabel(FILE)
    .setInputFiles(
      workbook('danh-sach.xlsx', [
        HEADINGS,
        row(withWrongCheckDigit(first), 'Công ty TNHH Cà phê Nhập tệp Một'),
        row(second, 'Công ty TNHH Nhập tệp Hai', 'Huyện Bến Cầu'),
      ]),
    );
  await expect(page.getByText('Tệp có 2 lỗi nên chưa nhập được')).toBeVisible();
  const findings = page.getByRole('region', { name: 'Các dòng cần xem' });
  await expect(findings.getByRole('row', { name: /^2 Mã số thuế/ })).toContainText('Chữ số kiểm tra');
  await expect(findings.getByRole('row', { name: /^3 Địa bàn/ })).toContainText('Huyện Bến Cầu');
  await expect(page.getByRole('button', { name: /^Nhập \d/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1440, height: 900 });

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải danh sách này' }).click();
  const list = await readFile(await (await saved).path(), 'utf8');
  expect(list).toContain('"2","Mã số thuế","A2"');

  await page
    .getByLabel(FILE)
    .setInputFiles(
      workbook('danh-sach-sua.xlsx', [
        HEADINGS,
        row(first, 'Công ty TNHH Cà phê Nhập tệp Một'),
        row(second, 'Công ty TNHH Nhập tệp Hai'),
      ]),
    );
  await page.getByRole('button', { name: 'Nhập 2 doanh nghiệp' }).click();
  const dialog = page.getByRole('dialog', { name: /danh-sach-sua\.xlsx/ });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Nhập vào danh sách' }).click();
  await expect(page.getByText('Đã đăng ký 2 doanh nghiệp')).toBeVisible();
  await page.getByRole('link', { name: 'Xem doanh nghiệp mới đăng ký' }).click();
  await expect(page.getByRole('link', { name: `Công ty TNHH Nhập tệp Hai ${mark}` })).toBeVisible();

  await page.getByLabel('Tìm kiếm').fill(`nhap tep ${mark}`);
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(2);
  const exported = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Xuất Excel' }).click();
  const file = await exported;
  expect(file.suggestedFilename()).toMatch(/^doanh-nghiep-\d{4}-\d{2}-\d{2}\.xlsx$/);

  // What was exported is known: an import has nothing to do.
  await page.goto('/enterprises/import');
  await page.getByLabel(FILE).setInputFiles(
    await file.path().then(async (path) => ({
      name: 'xuat.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await readFile(path),
    })),
  );
  await expect(page.getByText(/Mọi doanh nghiệp trong tệp đều đã có/)).toBeVisible();
});

test('whoever may not import or export is offered neither', async ({ page }) => {
  await signIn(page, 'auditor', '/enterprises');
  await expect(page.getByRole('table').locator('tbody tr').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Nhập từ Excel' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Xuất Excel' })).toHaveCount(0);
  await page.goto('/enterprises/import');
  await expect(page.getByLabel(FILE)).toHaveCount(0);
});
