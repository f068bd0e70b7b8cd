import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';
import { syntheticTaxCode, withWrongCheckDigit } from './support/tax-code';
import type { Page } from '@playwright/test';

async function choose(page: Page, label: string, option: string): Promise<void> {
  // A message that comes above the field moves it, and a list that has lost its field closes.
  await expect(async () => {
    await page.getByRole('combobox', { name: label }).last().click();
    await page.getByRole('option', { name: option, exact: true }).click({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
}

async function register(page: Page, name: string, taxCode: string): Promise<void> {
  await page.goto('/enterprises/new');
  await page.getByLabel('Mã số thuế').fill(taxCode);
  await page.getByLabel('Tên doanh nghiệp').fill(name);
  await choose(page, 'Ngành, lĩnh vực', 'Cà phê');
  await choose(page, 'Địa bàn', 'Huyện Đắk Hà');
  await page.getByRole('button', { name: 'Đăng ký doanh nghiệp' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('the list finds names typed without marks and keeps its filters in the address', async ({ page }) => {
  await signIn(page, 'officer', '/enterprises');
  await expect(page.getByRole('table').locator('tbody tr').first()).toBeVisible();
  await page.getByLabel('Tìm kiếm').fill('sam ngoc linh');
  await expect(page).toHaveURL(/q=sam/);
  await expect(
    page.getByRole('link', { name: 'Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum' }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByLabel('Tìm kiếm')).toHaveValue('sam ngoc linh');
  await page.getByLabel('Tìm kiếm').fill('khong co ten nay');
  await expect(page.getByText('Không có dòng nào khớp điều kiện lọc')).toBeVisible();
});

test('an officer registers an enterprise, warned and explained on the way', async ({ page }) => {
  const taxCode = syntheticTaxCode();
  await signIn(page, 'officer', '/enterprises/new');
  await page.getByRole('button', { name: 'Đăng ký doanh nghiệp' }).click();
  await expect(page.getByText(/Cần sửa \d+ mục/)).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('Mã số thuế').fill(withWrongCheckDigit(taxCode));
  await page.getByLabel('Tên doanh nghiệp').fill('Công ty cổ phần Sâm Ngọc Linh Kon Tum thử nghiệm');
  await expect(page.getByText('Chữ số kiểm tra của mã số thuế không khớp.')).toBeVisible();
  await expect(page.getByLabel('Lý do chấp nhận mã số thuế')).toBeVisible();
  // Trap 10: two companies of almost the same name.
  await expect(page.getByText(/doanh nghiệp tên gần giống/)).toBeVisible();
  await page.getByLabel('Mã số thuế').first().fill(taxCode);
  await page.getByLabel('Tên doanh nghiệp').focus();
  await expect(page.getByText(/^Mã hợp lệ:/)).toBeVisible();

  await choose(page, 'Ngành, lĩnh vực', 'Cà phê');
  await choose(page, 'Địa bàn', 'Huyện Tu Mơ Rông');
  await choose(page, 'Lĩnh vực xét quy mô', 'Nông, lâm nghiệp, thủy sản; công nghiệp và xây dựng');
  await page.getByLabel('Lao động tham gia bảo hiểm xã hội bình quân năm').fill('45');
  await page.getByLabel('Tổng doanh thu năm').fill('12000000000');
  const size = page.getByRole('status', { name: 'Quy mô doanh nghiệp' });
  await expect(size.getByText('Nhỏ', { exact: true }).first()).toBeVisible();
  await expect(size.getByText('Căn cứ: Điều 5 Nghị định 80/2021/NĐ-CP')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Đăng ký doanh nghiệp' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /thử nghiệm/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Thêm sản phẩm' }).click();
  const product = page.getByRole('dialog', { name: 'Thêm sản phẩm' });
  await product.getByLabel('Tên sản phẩm').fill('Cà phê rang xay');
  await choose(page, 'Ngành, lĩnh vực', 'Cà phê');
  await product.getByLabel('Mã số vật phẩm (GTIN)').fill('8930000000001');
  await product.getByRole('button', { name: 'Lưu sản phẩm' }).click();
  await expect(product.getByText(/không đúng/).first()).toBeVisible();
  await expectAccessible(page);
  await product.getByLabel('Mã số vật phẩm (GTIN)').fill('');
  await product.getByRole('button', { name: 'Lưu sản phẩm' }).click();
  await expect(page.getByRole('rowheader', { name: /Cà phê rang xay/ })).toBeVisible();

  await page.getByRole('button', { name: 'Thêm chứng nhận' }).click();
  const certificate = page.getByRole('dialog', { name: 'Thêm chứng nhận' });
  await choose(page, 'Hệ thống được chứng nhận', 'Hệ thống quản lý chất lượng');
  await certificate.getByLabel('Số chứng nhận').fill('QMS-0042');
  await certificate.getByLabel('Tổ chức cấp').fill('Trung tâm Chứng nhận phù hợp');
  await certificate.getByLabel('Ngày cấp').fill('01/11/2019');
  await certificate.getByLabel('Có giá trị đến hết ngày').fill('31/10/2022');
  await certificate.getByRole('button', { name: 'Lưu chứng nhận' }).click();
  await expect(certificate).toBeHidden();
  await expect(page.getByText('Sắp hết hạn')).toBeVisible();
  await expectAccessible(page);
});

test('a form that somebody else has overtaken keeps its text', async ({ page, context }) => {
  await signIn(page, 'officer');
  await register(page, `Công ty TNHH Cà phê Đắk Hà ${Date.now()}`, syntheticTaxCode());
  await page.getByRole('link', { name: 'Sửa thông tin' }).click();
  await expect(page.getByLabel('Điện thoại')).toBeVisible();

  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel('Địa chỉ trụ sở').fill('Số 1 Hùng Vương');
  await other.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await expect(other.getByRole('link', { name: 'Sửa thông tin' })).toBeVisible();

  await page.getByLabel('Điện thoại').fill('0260 3862 000');
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
  const reload = page.getByRole('button', { name: 'Tải lại bản mới nhất' });
  await expect(reload).toBeVisible();
  await expectAccessible(page);
  await reload.click();
  await expect(page.getByLabel('Địa chỉ trụ sở')).toHaveValue('Số 1 Hùng Vương');
  await expect(page.getByLabel('Điện thoại')).toHaveValue('0260 3862 000');
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await expect(page.getByRole('region', { name: 'Thông tin chung' })).toContainText('Số 1 Hùng Vương');
  await expect(page.getByRole('region', { name: 'Thông tin chung' })).toContainText('0260 3862 000');
});

test('the representative of an enterprise sees only the own one', async ({ page }) => {
  await signIn(page, 'enterprise', '/enterprises');
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Đăng ký doanh nghiệp' })).toHaveCount(0);
});
