import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';
import { workbook } from './support/workbook';

test.describe.configure({ mode: 'serial' });

const TITLE = `Thực hành tốt nông nghiệp VietGAP ${Date.now()}`;
const NOTICE = 'Họ tên, đơn vị và liên hệ chỉ dùng để lập danh sách học viên.';

test('an officer opens a course with a privacy notice', async ({ page }) => {
  await signIn(page, 'officer', '/courses/new');
  await page.getByRole('textbox', { name: 'Tên', exact: true }).fill(TITLE);
  await page.getByLabel('Ngày bắt đầu').fill('24/11/2022');
  await page.getByLabel('Ngày kết thúc').fill('27/11/2022');
  await page.getByLabel('Số chỗ').fill('1');
  await page.getByLabel('Thông báo về xử lý dữ liệu cá nhân').fill(NOTICE);
  await page.getByRole('button', { name: 'Lập kế hoạch' }).click();
  await page.getByRole('button', { name: 'Mở đăng ký' }).click();
  await page
    .getByRole('dialog', { name: /^Mở đăng ký/ })
    .getByRole('button', { name: 'Mở đăng ký' })
    .click();
  await expect(page.getByRole('link', { name: 'Mở trang đăng ký công khai' })).toBeVisible();
});

test.describe('on a phone, without an account', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('somebody registers, is refused twice, and cancels by his link', async ({ page }) => {
    await page.goto('/courses/open');
    await expect(page.getByRole('heading', { level: 1, name: /đang chiêu sinh/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: TITLE }).click();
    await expect(page.getByText(NOTICE)).toBeVisible();

    // Nothing is ticked beforehand, and what was typed stays with the message at its field.
    await page.getByLabel('Họ và tên người tham dự').fill('Y Blinh');
    await expect(page.getByLabel(/Tôi đã đọc và đồng ý/)).not.toBeChecked();
    await page.getByRole('button', { name: 'Đăng ký', exact: true }).click();
    await expect(page.getByText('Ghi điện thoại hoặc thư điện tử').first()).toBeVisible();
    await expect(page.getByText('Đánh dấu đồng ý để đăng ký').first()).toBeVisible();
    await expect(page.getByLabel('Họ và tên người tham dự')).toHaveValue('Y Blinh');
    await expectAccessible(page);

    await page.getByLabel('Tên đơn vị, cơ quan').fill('Hợp tác xã Măng Đen');
    await page.getByLabel('Điện thoại').fill('0905 654 321');
    await page.getByLabel(/Tôi đã đọc và đồng ý/).check();
    await page.getByRole('button', { name: 'Đăng ký', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Đăng ký của bạn' })).toBeVisible();
    await expect(page.getByText('Bạn đã có chỗ số 1')).toBeVisible();
    await expectAccessible(page);
    const link = page.url();

    await page.goto('/courses/open');
    await page.getByRole('link', { name: TITLE }).click();
    await expect(page.getByText(/Đã hết chỗ\. Đăng ký bây giờ/)).toBeVisible();
    await page.getByLabel('Họ và tên người tham dự').fill('Y Blinh');
    await page.getByLabel('Tên đơn vị, cơ quan').fill('Hợp tác xã Măng Đen');
    await page.getByLabel('Điện thoại').fill('0905 654 321');
    await page.getByLabel(/Tôi đã đọc và đồng ý/).check();
    await page.getByRole('button', { name: 'Đăng ký', exact: true }).click();
    await expect(page.getByText('Bạn đã đăng ký khóa học này').first()).toBeVisible();

    await page.goto(link);
    await page.getByRole('button', { name: 'Hủy đăng ký' }).click();
    const dialog = page.getByRole('dialog');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Hủy đăng ký' }).click();
    await expect(page.getByText('Đăng ký đã hủy')).toBeVisible();
    await page.getByRole('link', { name: 'Đăng ký lại' }).click();
    await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  });

  test('a link that nobody has says so', async ({ page }) => {
    await page.goto('/register/nobody-has-this-link');
    await expect(page.getByText('Không tìm thấy đăng ký').first()).toBeVisible();
  });
});

test('an Excel list is checked row by row, corrected and imported', async ({ page }) => {
  await signIn(page, 'officer', '/courses');
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('link', { name: 'Nhập danh sách Excel' }).click();
  const template = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải tệp mẫu' }).click();
  expect((await template).suggestedFilename()).toBe('mau-danh-sach-hoc-vien.xlsx');

  const input = page.locator('input[type=file]');
  await input.setInputFiles(
    workbook('danh-sach.xlsx', [
      ['Họ và tên', 'Đối tượng', 'Đơn vị', 'Điện thoại'],
      ['Y Hoa', 'Hộ kinh doanh', 'Hộ kinh doanh Y Hoa', '0905 888 001'],
      ['A Thin', 'Học sinh', 'HTX Sa Thầy', '0905 888 002'],
      ['Y Hoa', 'Hộ kinh doanh', 'Hộ kinh doanh Y Hoa', '0905 888 001'],
    ]),
  );
  await expect(page.getByText('Tệp có 2 lỗi')).toBeVisible();
  await expect(page.getByText('“Học sinh” không có trong danh mục', { exact: false })).toBeVisible();
  await expect(page.getByText('Người này đã có ở dòng 2 của tệp', { exact: false })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Chỉ nhập 1 dòng không có lỗi' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Nhập vào danh sách' }).click();
  await expect(page.getByText('Đã nhập 1 người')).toBeVisible();
  await page.getByRole('link', { name: 'Xem danh sách đăng ký' }).click();
  await expect(
    page.getByRole('table', { name: 'Người đăng ký' }).getByText('Y Hoa', { exact: true }),
  ).toBeVisible();
});

test('the figures of training open to the people behind them', async ({ page }) => {
  await signIn(page, 'officer', '/courses/statistics?year=2022');
  await expect(page.getByRole('heading', { level: 1, name: 'Thống kê đào tạo, hội nghị' })).toBeVisible();
  await expect(page.getByText('Số liệu minh họa').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Công chức' }).click();
  await expect(page.getByRole('table', { name: 'Danh sách người được tính' })).toBeVisible();
  await expectAccessible(page);
});
