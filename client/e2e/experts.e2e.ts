import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';

// The second test assigns the expert of the first one.
test.describe.configure({ mode: 'serial' });

const NAME = `Hoàng Văn Khải ${Date.now()}`;

async function today(page: Page): Promise<string> {
  const clock = (await (await page.request.get('/api/v1/business-clock')).json()) as { today: string };
  return clock.today.split('-').reverse().join('/');
}

test(
  'an officer registers an expert and records deep training with its paper',
  { tag: '@fact:S0.20' },
  async ({ page }) => {
    await signIn(page, 'officer', '/experts');
    await expect(page.getByRole('heading', { level: 1, name: 'Chuyên gia' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Lương Thế Hải' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Thêm chuyên gia' }).first().click();
    await page.getByRole('button', { name: 'Thêm chuyên gia' }).click();
    await expect(page.getByText(/Cần sửa \d+ mục/)).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Họ và tên').fill(NAME);
    await page.getByLabel('Nơi công tác').fill('Sở Công Thương');
    await page.getByLabel('Điện thoại').fill('0905 123 456');
    await page.getByLabel('Số quyết định công nhận').fill('15/QĐ-SKHCN');
    await page.getByRole('button', { name: 'Thêm chuyên gia' }).click();
    await expect(
      page.getByText('Nhập cả số và ngày của quyết định, hoặc để trống cả hai').first(),
    ).toBeVisible();
    await page.getByLabel('Ngày quyết định').fill('30/09/2022');
    await page.getByRole('button', { name: 'Thêm chuyên gia' }).click();

    await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
    await expect(page.getByText('Số 15/QĐ-SKHCN ngày 30/09/2022')).toBeVisible();
    await page.getByRole('button', { name: 'Ghi nhận đào tạo' }).click();
    const record = page.getByRole('dialog');
    await expect(record.getByText(`Không có ai tên ${NAME}`)).toBeVisible();
    await record.getByText('Đào tạo nơi khác', { exact: true }).click();
    await expectAccessible(page);
    await record.getByLabel('Nội dung đào tạo').fill('Chuyên gia năng suất chất lượng');
    await record.getByLabel('Nơi đào tạo').fill('Đà Nẵng');
    await record.getByLabel('Từ ngày').fill('18/10/2021');
    await record.getByLabel('Đến ngày').fill('29/10/2021');
    await record.getByRole('button', { name: 'Lưu nội dung đào tạo' }).click();
    await expect(record).toBeHidden();
    await expect(page.getByText('Chưa có giấy tờ')).toBeVisible();
    await page.getByRole('button', { name: 'Đính kèm' }).click();
    const attach = page.getByRole('dialog');
    await attach.locator('input[type=file]').setInputFiles({
      name: 'chung-nhan.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF'),
    });
    await expect(attach.getByText('Đã tải lên')).toBeVisible();
    await attach.getByRole('button', { name: 'Đóng' }).last().click();
    await expect(page.getByRole('link', { name: 'chung-nhan.pdf' })).toBeVisible();
    await expectAccessible(page);
  },
);

test(
  'an officer assigns the expert, two periods may not overlap, and the result is noted',
  { tag: '@fact:S0.20' },
  async ({ page }) => {
    await signIn(page, 'officer', '/experts');
    await page.getByLabel('Tìm chuyên gia').fill(NAME.toLowerCase());
    await page.getByRole('link', { name: NAME }).click();
    const day = await today(page);
    const assign = async () => {
      await page.getByRole('button', { name: 'Phân công', exact: true }).first().click();
      const dialog = page.getByRole('dialog', { name: `Phân công: ${NAME}` });
      await dialog.getByLabel('Doanh nghiệp').fill('6101990019');
      await page.getByRole('option', { name: /6101990019/ }).click();
      await dialog.getByLabel('Mục đích').click();
      await page.getByRole('option', { name: 'Theo dõi việc xây dựng mô hình' }).click();
      await dialog.getByLabel('Từ ngày').fill(day);
      await dialog.getByRole('button', { name: 'Phân công' }).click();
      return dialog;
    };
    await expect(await assign()).toBeHidden();
    await expect(page.getByText('Đang thực hiện')).toBeVisible();
    const second = await assign();
    await expect(second.getByText('Thời gian phân công bị trùng').first()).toBeVisible();
    await expectAccessible(page);
    await second.getByRole('button', { name: 'Hủy', exact: true }).click();
    await page.getByRole('link', { name: /Sâm Ngọc Linh/ }).click();
    await expect(page.getByRole('heading', { name: 'Chuyên gia theo dõi, hướng dẫn' })).toBeVisible();
    await page.getByRole('link', { name: NAME }).click();
    await page.getByRole('button', { name: 'Kết thúc', exact: true }).click();
    const end = page.getByRole('dialog');
    await expectAccessible(page);
    await end.getByLabel('Kết quả').fill('Mô hình đã vận hành');
    await end.getByRole('button', { name: 'Kết thúc' }).click();
    await expect(end).toBeHidden();
    await expect(page.getByText('Mô hình đã vận hành')).toBeVisible();
    await expect(page.getByText('Đã kết thúc', { exact: true })).toBeVisible();

    await page.getByRole('button', { name: 'Ngừng hoạt động' }).click();
    const leave = page.getByRole('dialog');
    await leave.getByLabel('Lý do').fill('Chuyển công tác');
    await leave.getByRole('button', { name: 'Ngừng hoạt động' }).click();
    await expect(page.getByRole('button', { name: 'Hoạt động trở lại' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Phân công', exact: true })).toHaveCount(0);
  },
);

test('on a telephone an expert sees his own assignment and nobody else', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, 'expert', '/experts');
  await page.getByRole('link', { name: 'Lương Thế Hải' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lương Thế Hải' })).toBeVisible();
  await expect(page.getByText('Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum')).toBeVisible();
  await expect(page.getByText('Số liệu minh họa: người và nơi công tác này không có thật')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Phân công', exact: true })).toHaveCount(0);
  await expect(page.getByText('0900 000 901')).toHaveCount(0);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await page.goto('/experts');
  await expect(page.getByRole('link', { name: 'Y Ngọc Lan' })).toHaveCount(0);
});

test(
  'figures of deep training stand beside the plan and lead to the people behind them',
  { tag: '@fact:S3.6' },
  async ({ page }) => {
    await signIn(page, 'officer', '/experts');
    await page.getByRole('link', { name: 'Thống kê đào tạo' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Thống kê đào tạo chuyên sâu' })).toBeVisible();
    await expect(page.getByText('K3.1 · KT2021, 2021–2025')).toBeVisible();
    await expect(page.getByText('Kế hoạch: khoảng từ 10 người')).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    // The demo's official was trained in 2021; whoever was trained in no year stays away.
    await page.getByRole('link', { name: /^2021\b.*xem danh sách/ }).click();
    await expect(page.getByRole('link', { name: 'Lương Thế Hải' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Trương Quốc Thịnh' })).toHaveCount(0);
  },
);
