import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';
import type { Locator, Page } from '@playwright/test';

const PHONE = { width: 360, height: 740 };

async function choose(page: Page, scope: Locator, label: string, option: string | RegExp): Promise<void> {
  await expect(async () => {
    await scope.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).first().click({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
}

async function act(page: Page, name: string, fill?: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${name}`) });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await fill?.(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('the winners of 2018 are entitled in 2019, the amount open until a document says it', async ({
  page,
}) => {
  await signIn(page, 'officer.tayninh', '/awards/winners?year=2018');
  const table = page.getByRole('table', { name: 'Đơn vị đạt giải' });
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(table.getByText('Giải Vàng')).toHaveCount(1);
  await expect(table.getByText(/^Hỗ trợ năm ngân sách 2019: chính sách không nêu mức tiền/)).toHaveCount(3);
  await expect(page.getByText(/^Giải Vàng.*: 1/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Ghi giải thưởng kỳ trước' }).click();
  const record = page.getByRole('dialog', { name: 'Ghi giải thưởng kỳ trước' });
  await record.getByRole('combobox', { name: 'Tổ chức, doanh nghiệp' }).fill('Gò Dầu');
  await page.getByRole('option', { name: /Gò Dầu/ }).click();
  await record.getByLabel('Năm xét tặng').fill('2023');
  await record.getByLabel('Văn bản làm căn cứ').fill('Danh sách lưu tại Sở (minh họa)');
  await record.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(record.getByText('Năm xét tặng chưa đến').first()).toBeVisible();
  await expectAccessible(page);
  await record.getByLabel('Năm xét tặng').fill('2016');
  await record.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(record).toBeHidden();

  await page.getByRole('textbox', { name: 'Năm', exact: true }).fill('2016');
  await expect(table.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: /^Ghi nhận hỗ trợ: .*Gò Dầu/ }).click();
  const entitle = page.getByRole('dialog', { name: /^Ghi nhận hỗ trợ/ });
  await choose(page, entitle, 'Chương trình', /^TN2019/);
  await entitle.getByLabel('Năm ngân sách').fill('2019');
  await entitle.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(entitle.getByText(/không hỗ trợ/).first()).toBeVisible();
  await expectAccessible(page);
  await entitle.getByRole('button', { name: 'Hủy' }).click();

  await page.getByRole('textbox', { name: 'Năm', exact: true }).fill('2018');
  await expect(table.getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: /^Nhập mức tiền: .*Gò Dầu/ }).click();
  const amount = page.getByRole('dialog', { name: /^Nhập mức tiền/ });
  await amount.getByLabel('Mức hỗ trợ').fill('30000000');
  await amount.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(amount.getByText(/Cần sửa \d+ mục/)).toBeVisible();
  await expectAccessible(page);
  await amount.getByLabel('Văn bản làm căn cứ').fill('Quyết định minh họa');
  await amount.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(amount).toBeHidden();
  await expect(table.getByText(/^Hỗ trợ năm ngân sách 2019: 30\.000\.000/)).toBeVisible();
});

test.describe('on a phone, without an account', () => {
  test.use({ viewport: PHONE });

  test('anybody finds the winners from the public pages', async ({ page }) => {
    await page.goto('/courses/open');
    await page
      .getByRole('navigation', { name: 'Trang công khai' })
      .getByRole('link', { name: 'Đơn vị đạt giải' })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Công ty TNHH Bánh tráng Trảng Bàng Phú An (minh họa)')).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  });
});

test('a season that nobody entered ends with its reason as a result', async ({ page }) => {
  await signIn(page, 'officer', '/awards');
  const list = page.getByRole('table', { name: 'Giải thưởng Chất lượng Quốc gia' });
  const season = list.getByRole('row', { name: /năm 2022/ });
  await expect(season).toContainText('Đăng ký tham dự: 31/10/2022');
  await season.getByRole('link').click();

  await page.getByRole('button', { name: 'Kết thúc kỳ xét tặng', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Kết thúc kỳ xét tặng/ });
  await dialog.getByRole('button', { name: 'Kết thúc kỳ xét tặng', exact: true }).click();
  await expect(dialog.getByText('Không được để trống')).toBeVisible();
  await expectAccessible(page);
  const reason = 'Đã tuyên truyền, hướng dẫn nhưng không có doanh nghiệp đăng ký tham gia.';
  await dialog.getByLabel('Nguyên nhân không có doanh nghiệp đăng ký').fill(reason);
  await dialog.getByRole('button', { name: 'Kết thúc kỳ xét tặng', exact: true }).click();
  await expect(page.getByText(/^Kết quả: 0 doanh nghiệp đăng ký – kết thúc ngày/).first()).toBeVisible();
  await expect(page.getByText(`Nguyên nhân: ${reason}`).first()).toBeVisible();
  await expectAccessible(page);

  await page.goto('/awards/winners?year=2022');
  const figures = page.getByRole('region', { name: 'Số liệu kỳ năm 2022' });
  await expect(figures).toContainText(reason);
});

test('what the rules of 2026 leave open is entered from its text before the season opens', async ({
  page,
}) => {
  await signIn(page, 'officer', '/awards/new');
  await page.getByLabel('Năm xét tặng').fill('2026');
  await page.getByLabel('Tên kỳ xét tặng').fill('Giải thưởng Chất lượng Quốc gia năm 2026');
  await page.getByLabel('Số năm chờ của đơn vị đã đạt Giải Vàng').fill('2');
  await page.getByLabel('Văn bản hướng dẫn số năm chờ').fill('Hướng dẫn minh họa');
  await page.getByRole('button', { name: 'Lập kỳ xét tặng' }).click();
  const blocked = page.getByRole('region', { name: 'Chưa thực hiện được' });
  await expect(blocked).toContainText('Mở đăng ký');
  const open = page.getByRole('region', { name: 'Nội dung quy định chưa có trong nguồn' });
  await expect(open).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Nhập theo văn bản' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nhập nội dung còn thiếu của quy định' });
  await dialog.getByLabel('Văn bản làm căn cứ').fill('Thông tư minh họa số 01/2026/TT-BKHCN');
  await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(dialog.getByText('Nhập ít nhất một giá trị').first()).toBeVisible();
  const points = dialog.getByLabel(/^Điểm tối đa của tiêu chí/);
  const count = await points.count();
  for (let index = 0; index < count; index++) {
    const share = Math.floor(1000 / count);
    await points.nth(index).fill(String(index === 0 ? 1000 - share * (count - 1) : share));
  }
  await expect(dialog.getByRole('status')).toHaveText('Tổng điểm các tiêu chí: 1.000 trên 1.000');
  const thresholds = dialog.getByLabel(/^Ngưỡng điểm của/);
  for (let index = 0; index < (await thresholds.count()); index++) {
    await thresholds.nth(index).fill(String(800 - index * 100));
  }
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(dialog).toBeHidden();
  await expect(open).toBeHidden();
  await expect(page.getByText(/nhập nội dung còn thiếu theo Thông tư minh họa/)).toBeVisible();
  await act(page, 'Mở đăng ký');
  await expect(page.getByText('Đang nhận đăng ký').first()).toBeVisible();
});

test('an organization that meets no condition reads every reason', async ({ page }) => {
  test.slow();
  const year = 2024;
  await signIn(page, 'officer', '/awards/winners');
  await page.getByRole('button', { name: 'Ghi giải thưởng kỳ trước' }).click();
  const record = page.getByRole('dialog', { name: 'Ghi giải thưởng kỳ trước' });
  await record.getByRole('combobox', { name: 'Tổ chức, doanh nghiệp' }).fill('Y Dôi');
  await page.getByRole('option', { name: /Y Dôi/ }).click();
  await record.getByLabel('Năm xét tặng').fill('2021');
  await choose(page, record, 'Mức giải', 'Giải Vàng');
  await record.getByLabel('Văn bản làm căn cứ').fill('Danh sách lưu tại Sở (minh họa)');
  await record.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(record).toBeHidden();

  await page.goto('/awards/new');
  await page.getByLabel('Năm xét tặng').fill(String(year));
  await page.getByLabel('Tên kỳ xét tặng').fill(`Giải thưởng Chất lượng Quốc gia năm ${year}`);
  await page.getByLabel('Số năm chờ của đơn vị đã đạt Giải Vàng').fill('4');
  await page.getByLabel('Văn bản hướng dẫn số năm chờ').fill('Hướng dẫn minh họa');
  await page.getByLabel('Số tháng hoạt động liên tục').fill('60');
  await page.getByLabel('Số tháng sản phẩm đã có trên thị trường').fill('12');
  await page.getByRole('button', { name: 'Lập kỳ xét tặng' }).click();
  await act(page, 'Mở đăng ký');

  await page.getByRole('button', { name: 'Ghi nhận đăng ký' }).click();
  const dialog = page.getByRole('dialog', { name: /^Ghi nhận đăng ký/ });
  await dialog.getByRole('combobox', { name: 'Tổ chức, doanh nghiệp' }).fill('Y Dôi');
  await page.getByRole('option', { name: /Y Dôi/ }).click();
  await choose(page, dialog, 'Lĩnh vực hoạt động chính', 'Sản xuất');
  await dialog.getByLabel('Số lao động chính thức').fill('4');
  await dialog.getByRole('button', { name: 'Ghi nhận đăng ký' }).click();

  await page.getByLabel('Ngày sản phẩm chính có trên thị trường').fill('01/06/2022');
  await page
    .getByRole('radiogroup', { name: /vi phạm pháp luật/ })
    .getByLabel('Có')
    .check();
  await expect(page.getByText(/Đã tự lưu bản nháp lúc/)).toBeVisible();
  await page.getByRole('button', { name: 'Xác nhận điều kiện: Không vi phạm pháp luật' }).click();
  const confirm = page.getByRole('dialog', { name: /^Xác nhận điều kiện/ });
  await confirm.getByLabel('Có vi phạm').check();
  await confirm.getByLabel('Căn cứ xác nhận').fill('Quyết định xử phạt số 15/QĐ-XPHC');
  await confirm.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(confirm).toBeHidden();

  const conditions = page.getByRole('region', { name: 'Điều kiện tham dự' });
  await expect(conditions.getByText('Không đáp ứng 5 điều kiện')).toBeVisible();
  await expect(conditions).toContainText('Hộ kinh doanh không có tư cách pháp nhân.');
  await expect(conditions).toContainText(
    'Thành lập ngày 19/01/2019, đến ngày đăng ký 03/10/2022 mới được 44 tháng; yêu cầu 60 tháng.',
  );
  await expect(conditions).toContainText('Có vi phạm pháp luật.');
  await expect(conditions).toContainText(
    'Sản phẩm có trên thị trường từ ngày 01/06/2022, đến ngày 03/10/2022 mới được 4 tháng; yêu cầu 12 tháng.',
  );
  await expect(conditions).toContainText(/Đạt Giải Vàng năm 2021.*chờ 4 năm/);
  await expectAccessible(page);
});
