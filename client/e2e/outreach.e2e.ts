import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';

// Each test works on the campaign of the one before it.
test.describe.configure({ mode: 'serial' });

const TITLE = `Khảo sát thực địa ${Date.now()}`;
const COMPANY = 'Công ty TNHH Nấm sạch';

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(room).toBeLessThanOrEqual(0);
}

test(
  'the survey of 2022 shows 19, 4 and 1 beside one another, 8 of 10 districts and the reasons, each with its enterprises',
  { tag: ['@fact:S4.19', '@fact:S4.20', '@fact:S4.24', '@fact:S4.25'] },
  async ({ page }) => {
    await signIn(page, 'officer', '/outreach');
    await expect(
      page.getByRole('heading', { level: 1, name: 'Khảo sát, vận động doanh nghiệp' }),
    ).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: /năm 2022 \(minh họa\)/ }).click();
    const results = page.getByRole('region', { name: 'Kết quả' });
    await expect(results.getByText('Đã khảo sát', { exact: true }).locator('..')).toContainText('19');
    await expect(results.getByText('Được hướng dẫn thủ tục', { exact: true }).locator('..')).toContainText(
      '4',
    );
    await expect(results.getByText('Đã nộp đơn', { exact: true }).locator('..')).toContainText('1');
    const coverage = page.getByRole('region', { name: 'Địa bàn đã khảo sát' });
    await expect(coverage.getByText('8/10 huyện, thành phố')).toBeVisible();
    await expect(coverage.getByText('Chưa khảo sát')).toHaveCount(2);
    await expectAccessible(page);
    const rows = page.getByRole('region', { name: 'Danh sách doanh nghiệp' });
    await results.getByRole('link', { name: 'Xem danh sách: Được hướng dẫn thủ tục' }).click();
    await expect(rows.getByText('4 doanh nghiệp')).toBeVisible();
    await page
      .getByRole('region', { name: 'Lý do chưa tham gia' })
      .getByRole('link', { name: /Đang khôi phục sản xuất kinh doanh/ })
      .click();
    await expect(rows.getByText('3 doanh nghiệp')).toBeVisible();
    await expect(rows.getByRole('link', { name: /Hộ kinh doanh Y Dôi/ })).toBeVisible();
    await page.goto('/outreach/statistics?year=2022');
    await expect(page.getByText('8/10 huyện, thành phố')).toBeVisible();
    await expectAccessible(page);
    await page.goto('/outreach/statistics?year=2021');
    await expect(page.getByText('0/10 huyện, thành phố')).toBeVisible();
  },
);

test(
  'an officer plans a campaign and puts an enterprise on its list',
  { tag: '@fact:S3.21' },
  async ({ page }) => {
    await signIn(page, 'officer', '/outreach/new');
    await page.getByRole('button', { name: 'Lập đợt khảo sát' }).click();
    await expect(page.getByText(/Cần sửa \d+ mục/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('combobox', { name: 'Chương trình' }).click();
    await page.getByRole('option', { name: /KT2021/ }).click();
    await page.getByLabel('Tên đợt khảo sát').fill(TITLE);
    await page.getByLabel('Từ ngày').fill('01/09/2022');
    await page.getByLabel('Đến ngày').fill('15/12/2022');
    await page.getByRole('button', { name: 'Lập đợt khảo sát' }).click();

    await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await page.getByRole('button', { name: 'Thêm doanh nghiệp' }).first().click();
    const add = page.getByRole('dialog');
    await expectAccessible(page);
    await add.getByRole('combobox', { name: 'Doanh nghiệp' }).fill('nam sach');
    await page.getByRole('option', { name: new RegExp(COMPANY) }).click();
    await add.getByRole('button', { name: 'Thêm vào danh sách' }).click();
    await expect(page.getByRole('link', { name: new RegExp(COMPANY) })).toBeVisible();
    await page.getByRole('button', { name: 'Thêm doanh nghiệp' }).first().click();
    await add.getByRole('combobox', { name: 'Doanh nghiệp' }).fill('nam sach');
    await page.getByRole('option', { name: new RegExp(COMPANY) }).click();
    await add.getByRole('button', { name: 'Thêm vào danh sách' }).click();
    await expect(add.getByText('Doanh nghiệp đã có trong danh sách')).toBeVisible();
  },
);

test(
  'a survey is entered on a telephone, a slip is taken back, and who declines is asked again later',
  { tag: ['@fact:S4.24', '@fact:S4.25'] },
  async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await signIn(page, 'officer', '/outreach');
    await page.getByRole('link', { name: TITLE }).click();
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: new RegExp(COMPANY) }).click();
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(COMPANY) })).toBeVisible();
    await expect(page.getByText('Tiềm năng')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Ghi khảo sát' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Chứng chỉ đang có' }).fill('vietgap');
    await page
      .getByRole('option', { name: /VietGAP/ })
      .first()
      .click();
    await dialog.getByLabel('Người trao đổi').fill('Giám đốc');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await dialog.getByRole('button', { name: 'Ghi khảo sát' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Đã khảo sát')).toBeVisible();
    await expect(page.getByText('Trao đổi với Giám đốc')).toBeVisible();

    await page.getByRole('button', { name: 'Ghi vận động' }).click();
    await dialog.getByRole('button', { name: 'Ghi vận động' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Hủy lần ghi gần nhất' }).click();
    await dialog.getByLabel('Lý do').fill('Ghi nhầm doanh nghiệp');
    await dialog.getByRole('button', { name: 'Hủy lần ghi gần nhất' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/Đã hủy .*Ghi nhầm doanh nghiệp/)).toBeVisible();
    await expect(page.getByText('Đã khảo sát')).toBeVisible();

    await page.getByRole('button', { name: 'Ghi chưa tham gia' }).click();
    await dialog.getByRole('button', { name: 'Ghi chưa tham gia' }).click();
    await expect(dialog.getByText(/Cần sửa \d+ mục/)).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Lý do' }).click();
    await page.getByRole('option', { name: 'Lý do khác' }).click();
    await page.getByRole('option', { name: 'Đã xây dựng và có chứng nhận' }).click();
    await dialog.getByLabel('Hẹn lại ngày').fill('15/02/2023');
    await dialog.getByRole('button', { name: 'Ghi chưa tham gia' }).click();
    await expect(dialog.getByText(/Ghi rõ lý do khác|Chưa ghi rõ lý do khác/).first()).toBeVisible();
    await dialog.getByLabel('Nội dung').fill('Chờ mùa vụ mới');
    await dialog.getByRole('button', { name: 'Ghi chưa tham gia' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('15/02/2023').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ghi khảo sát' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Ghi vận động' }).click();
    await dialog.getByRole('button', { name: 'Ghi vận động' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Đã vận động')).toBeVisible();
    await expectAccessible(page);
  },
);

test(
  'at the desk the application is bound to the dossier, and a closed campaign takes nothing more',
  { tag: '@fact:S4.20' },
  async ({ page }) => {
    await signIn(page, 'officer', '/outreach');
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('button', { name: 'Thêm doanh nghiệp' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Doanh nghiệp' }).fill('sa binh');
    await page.getByRole('option', { name: /Phân bón vi sinh Sa Bình/ }).click();
    await dialog.getByRole('button', { name: 'Thêm vào danh sách' }).click();
    await page.getByRole('link', { name: /Phân bón vi sinh Sa Bình/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Sa Bình/ })).toBeVisible();
    await page.getByRole('button', { name: 'Ghi hướng dẫn thủ tục' }).click();
    await dialog.getByLabel('Ngày thực hiện').fill('05/09/2022');
    await dialog.getByRole('button', { name: 'Ghi hướng dẫn thủ tục' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Ghi nhận đã nộp đơn' }).click();
    await dialog.getByRole('combobox', { name: 'Hồ sơ đã nộp' }).click();
    await page.getByRole('option', { name: /KT2021-2022-/ }).click();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Ghi nhận đã nộp đơn' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('link', { name: /KT2021-2022-/ })).toBeVisible();
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('button', { name: 'Đóng đợt khảo sát' }).click();
    await dialog.getByRole('button', { name: 'Đóng đợt khảo sát' }).click();
    await expect(page.getByText('Đã đóng', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Thêm doanh nghiệp' })).toHaveCount(0);
    await page.getByRole('link', { name: /Phân bón vi sinh Sa Bình/ }).click();
    await expect(page.getByText('Đợt khảo sát đã đóng; mở lại để ghi thêm.')).toBeVisible();
    await page.getByRole('link', { name: /Phân bón vi sinh Sa Bình/ }).click();
    await expect(page.getByRole('region', { name: 'Khảo sát, vận động' })).toContainText(TITLE);
  },
);
