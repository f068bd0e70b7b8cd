import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn, signOut } from './support/sign-in';
import type { Locator, Page } from '@playwright/test';

// The season of the first test is the one that the others go on with.
test.describe.configure({ mode: 'serial' });

const YEAR = 2023;
const TITLE = `Giải thưởng Chất lượng Quốc gia năm ${YEAR}`;
const PHONE = { width: 360, height: 740 };

/** Parts of the dossier that must be attached; the self-assessment is written on the page. */
const ATTACHED = [
  'Bản đăng ký tham dự Giải thưởng',
  'Báo cáo giới thiệu chung về tổ chức, doanh nghiệp',
  'Tài liệu chứng minh hệ thống quản lý (chứng chỉ)',
  'Tài liệu chứng minh sự phù hợp của sản phẩm chính với tiêu chuẩn, quy chuẩn kỹ thuật',
  'Báo cáo đánh giá tác động môi trường hoặc kế hoạch bảo vệ môi trường, kết quả quan trắc 03 năm',
  'Xác nhận thực hiện nghĩa vụ thuế và bảo hiểm xã hội 03 năm',
];

/** Seven criteria, 830 of 1000 points. */
const OWN_POINTS = [100, 70, 70, 75, 70, 70, 375];

const PDF = { name: 'tai-lieu.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };

async function choose(
  page: Page,
  scope: Locator | Page,
  label: string,
  option: string | RegExp,
): Promise<void> {
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

async function nominate(page: Page, enterprise: string, found: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Ghi nhận đăng ký' }).click();
  const dialog = page.getByRole('dialog', { name: /^Ghi nhận đăng ký/ });
  await dialog.getByRole('combobox', { name: 'Tổ chức, doanh nghiệp' }).fill(enterprise);
  await page.getByRole('option', { name: found }).first().click();
  await choose(page, dialog, 'Lĩnh vực hoạt động chính', 'Sản xuất');
  await dialog.getByLabel('Số lao động chính thức').fill('45');
  await dialog.getByRole('button', { name: 'Ghi nhận đăng ký' }).click();
}

test('an officer plans a season under the rules of its year and opens it', async ({ page }) => {
  await signIn(page, 'officer', '/awards');
  await expect(
    page.getByRole('heading', { level: 1, name: 'Giải thưởng Chất lượng Quốc gia' }),
  ).toBeVisible();
  await expectAccessible(page);

  // What the texts of a later regime do not say is said to be open, never made up.
  await page.goto('/awards/new');
  await page.getByLabel('Năm xét tặng').fill('2026');
  await expect(page.getByText('chưa có trong nguồn – cần nhập').first()).toBeVisible();
  await page.getByLabel('Năm xét tặng').fill(String(YEAR));
  const criteria = page.getByRole('table', { name: 'Tiêu chí và điểm tối đa' });
  await expect(criteria.getByRole('row', { name: /Kết quả hoạt động/ })).toContainText('450');
  await expect(criteria.getByRole('row', { name: /^Tổng/ })).toContainText('1.000');

  await page.getByRole('button', { name: 'Lập kỳ xét tặng' }).click();
  await expect(page.getByText(/Cần sửa \d+ mục/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Tên kỳ xét tặng').fill(TITLE);
  await page.getByLabel('Đăng ký tham dự').fill('31/03/2023');
  await page.getByLabel('Nộp hồ sơ').fill('30/04/2023');
  await page.getByRole('button', { name: 'Lập kỳ xét tặng' }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Chưa thực hiện được' })).toContainText('Mở đăng ký');
  await expectAccessible(page);

  // The guides disagree on the waiting time of a winner: the season says which one it follows.
  await page.getByRole('link', { name: 'Sửa', exact: true }).click();
  await page.getByRole('button', { name: /^2 năm – Hướng dẫn của thành phố Đà Nẵng/ }).click();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText(/sau 2 năm mới tham dự lại/)).toBeVisible();
  await act(page, 'Mở đăng ký');
  await expect(page.getByText('Đang nhận đăng ký').first()).toBeVisible();

  await page.getByRole('button', { name: 'Gia hạn: Đăng ký tham dự' }).click();
  const extend = page.getByRole('dialog', { name: 'Gia hạn: Đăng ký tham dự' });
  await extend.getByLabel('Hạn mới').fill('01/10/2022');
  await extend.getByLabel('Lý do').fill('Theo đề nghị của doanh nghiệp');
  await extend.getByRole('button', { name: 'Gia hạn' }).click();
  await expect(extend.getByText('Chọn ngày sau ngày 31/03/2023').first()).toBeVisible();
  await expectAccessible(page);
  await extend.getByLabel('Hạn mới').fill('15/04/2023');
  await extend.getByRole('button', { name: 'Gia hạn' }).click();
  await expect(extend).toBeHidden();
  await expect(page.getByText(/Từ 31\/03\/2023 đến 15\/04\/2023/)).toBeVisible();
});

test('an ineligible organization is told every reason', async ({ page }) => {
  await signIn(page, 'officer', '/awards');
  await page.getByRole('link', { name: TITLE }).click();
  await nominate(page, 'cà phê', /cà phê/i);
  await expect(page.getByRole('heading', { name: 'Điều kiện tham dự' })).toBeVisible();
  const conditions = page.getByRole('region', { name: 'Điều kiện tham dự' });
  await expect(conditions.getByText('Chưa xác định').first()).toBeVisible();

  await page.getByRole('button', { name: 'Xác nhận điều kiện: Không vi phạm pháp luật' }).click();
  const dialog = page.getByRole('dialog', { name: /^Xác nhận điều kiện/ });
  await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(dialog.getByText(/Cần sửa \d+ mục/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Có vi phạm').check();
  await dialog.getByLabel('Căn cứ xác nhận').fill('Quyết định xử phạt số 12/QĐ-XPHC');
  await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(dialog).toBeHidden();
  await expect(conditions.getByText('Không đáp ứng', { exact: true })).toBeVisible();
  await expect(conditions).toContainText('Quyết định xử phạt số 12/QĐ-XPHC');
  await expectAccessible(page);

  await act(page, 'Không tiếp nhận', (refuse) => refuse.getByLabel('Lý do').fill('Có vi phạm pháp luật'));
  await expect(page.getByText('Lý do: Có vi phạm pháp luật')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test('the enterprise registers, writes its self-assessment and hands its dossier in', async ({ page }) => {
    test.slow();
    await signIn(page, 'enterprise', '/awards');
    await page.getByRole('link', { name: TITLE }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Đăng ký tham dự' }).click();
    const dialog = page.getByRole('dialog', { name: /^Đăng ký tham dự/ });
    await choose(page, dialog, 'Lĩnh vực hoạt động chính', 'Sản xuất');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Đăng ký tham dự' }).click();
    await expect(page.getByRole('list', { name: 'Các bước tham dự' })).toBeVisible();
    await expectAccessible(page);

    await page.getByLabel('Số lao động chính thức').fill('120');
    await page
      .getByRole('radiogroup', { name: /tư cách pháp nhân/ })
      .getByLabel('Có')
      .check();
    await page
      .getByRole('radiogroup', { name: /hoạt động liên tục/ })
      .getByLabel('Có')
      .check();
    await page
      .getByRole('radiogroup', { name: /vi phạm pháp luật/ })
      .getByLabel('Không')
      .check();
    const points = page.getByLabel(/^Điểm tự chấm/);
    await points.first().fill('130');
    await expect(page.getByText('Không quá 120 điểm')).toBeVisible();
    for (const [index, own] of OWN_POINTS.entries()) {
      await points.nth(index).fill(String(own));
      await page.getByLabel('Nội dung tự đánh giá').nth(index).fill('Đã triển khai và đo được kết quả.');
    }
    await page.getByLabel('Minh chứng').first().fill('Sổ tay chất lượng\nBiên bản xem xét của lãnh đạo');
    await expect(page.getByText('Tổng điểm tự chấm: 830 trên 1.000')).toBeVisible();
    await expect(page.getByText(/Đã tự lưu bản nháp lúc/)).toBeVisible();
    await expect(page.getByText('Đã viết đủ trên trang này.')).toBeVisible();

    for (const part of ATTACHED) {
      await page.getByLabel(`Thêm tài liệu: ${part}`).setInputFiles(PDF);
      const item = page.getByRole('listitem').filter({ hasText: `Thêm tài liệu: ${part}` });
      await expect(item.getByRole('link', { name: 'Tải tai-lieu.pdf' })).toBeVisible();
    }
    await expect(page.getByText('Đã có 7 trên 7 thành phần bắt buộc')).toBeVisible();
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByText('Tổng điểm tự chấm: 830 trên 1.000')).toBeVisible();
    await act(page, 'Nộp hồ sơ');
    await expect(page.getByText('Đã nộp hồ sơ').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  });
});

test('an officer asks for a supplement, settles the conditions and accepts the dossier', async ({ page }) => {
  await signIn(page, 'officer', '/awards');
  await page.getByRole('link', { name: TITLE }).click();
  const rows = page.getByRole('table', { name: 'Danh sách tham dự' }).locator('tbody tr');
  await rows.filter({ hasText: 'Đã nộp hồ sơ' }).getByRole('link').click();
  await expect(page.getByText(/Hạn thông báo nội dung thiếu: 5 ngày làm việc/)).toBeVisible();
  await expectAccessible(page);

  await act(page, 'Yêu cầu bổ sung', async (dialog) => {
    await dialog.getByLabel('Tài liệu chứng minh hệ thống quản lý (chứng chỉ)').check();
    await dialog.getByLabel('Nội dung cần bổ sung').fill('Chứng chỉ đã hết hiệu lực, gửi bản mới');
    await dialog.getByLabel('Hạn bổ sung').fill('31/10/2022');
  });
  await expect(page.getByText('Cần bổ sung hồ sơ chậm nhất ngày 31/10/2022')).toBeVisible();
  await expectAccessible(page);
  const nomination = new URL(page.url()).pathname;

  await signOut(page);
  await signIn(page, 'enterprise', nomination);
  await page
    .getByLabel('Thêm tài liệu: Tài liệu chứng minh hệ thống quản lý (chứng chỉ)')
    .setInputFiles({ ...PDF, name: 'chung-chi-moi.pdf' });
  await expect(page.getByRole('link', { name: 'Tải chung-chi-moi.pdf' })).toBeVisible();
  await act(page, 'Nộp bổ sung');

  await signOut(page);
  await signIn(page, 'officer', nomination);
  await page.getByRole('button', { name: 'Xác nhận điều kiện: Không vi phạm pháp luật' }).click();
  const dialog = page.getByRole('dialog', { name: /^Xác nhận điều kiện/ });
  await dialog.getByLabel('Không phát hiện vi phạm').check();
  await dialog.getByLabel('Căn cứ xác nhận').fill('Công văn của Cục Thuế tỉnh');
  await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(dialog).toBeHidden();
  await act(page, 'Tiếp nhận hồ sơ');
  await expect(page.getByText('Hồ sơ đầy đủ, đủ điều kiện tham dự.')).toBeVisible();
  await expect(page.getByText('Tổng điểm tự chấm: 830 trên 1.000')).toBeVisible();
  await expectAccessible(page);
});

/** Points of two assessors on the dossier; they differ widely under the last criterion. */
const CHAIR_POINTS = [110, 78, 78, 82, 78, 78, 420];
const EXPERT_POINTS = [105, 75, 75, 80, 75, 75, 310];

async function score(page: Page, points: readonly number[]): Promise<void> {
  await page.getByRole('button', { name: /^(Chấm điểm|Sửa phiếu chấm)$/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Chấm điểm/ });
  for (const [index, given] of points.entries()) {
    await dialog
      .getByLabel(/^Điểm \(tối đa/)
      .nth(index)
      .fill(String(given));
  }
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Lưu phiếu chấm' }).click();
  await expect(dialog).toBeHidden();
}

async function closeStage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Khóa bước chấm' }).click();
  const dialog = page.getByRole('dialog', { name: /^Khóa bước chấm/ });
  await dialog.getByRole('button', { name: 'Khóa bước chấm' }).click();
  await expect(dialog).toBeHidden();
}

test('a council declares, scores blindly and concludes; the national side gives gold', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, 'officer', '/awards');
  await page.getByRole('link', { name: TITLE }).click();
  await act(page, 'Bắt đầu đánh giá');
  const rows = page.getByRole('table', { name: 'Danh sách tham dự' }).locator('tbody tr');
  await rows.filter({ hasText: 'Đã tiếp nhận' }).getByRole('link').click();
  await act(page, 'Chuyển đánh giá');
  const nomination = new URL(page.url()).pathname;

  await page.goto('/councils');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Thành lập hội đồng' }).click();
  const found = page.getByRole('dialog', { name: 'Ghi nhận hội đồng theo quyết định' });
  await found.getByRole('button', { name: 'Ghi nhận hội đồng' }).click();
  await expect(found.getByText(/Cần sửa \d+ mục/)).toBeVisible();
  await expectAccessible(page);
  await found.getByLabel('Tên hội đồng').fill('Hội đồng sơ tuyển Giải thưởng Chất lượng Quốc gia');
  await found.getByLabel('Quyết định thành lập').fill('215/QĐ-UBND');
  await found.getByLabel('Ngày quyết định').fill('01/09/2022');
  await found.getByLabel('Hoạt động từ ngày').fill('01/09/2022');
  await found.getByLabel('Đến hết ngày').fill('31/12/2023');
  const seats = [
    { name: 'Chủ tịch hội đồng', role: 'Chủ tịch', user: 'council.chair' },
    { name: 'Ủy viên thứ nhất', role: 'Ủy viên', user: 'council.member1' },
    { name: 'Chuyên gia', role: 'Chuyên gia đánh giá (không biểu quyết)', user: 'expert' },
  ];
  for (const [index, seat] of seats.entries()) {
    if (index > 0) await found.getByRole('button', { name: 'Thêm thành viên' }).click();
    const member = found.getByRole('group', { name: `Thành viên ${index + 1}` });
    await member.getByLabel('Họ và tên').fill(seat.name);
    if (index > 0) {
      await member.getByRole('combobox', { name: 'Vai trò' }).click();
      await page.getByRole('option', { name: seat.role, exact: true }).click();
    }
    await member.getByLabel('Tên đăng nhập').fill(seat.user);
  }
  await found.getByRole('button', { name: 'Thêm thành viên' }).click();
  const alternate = found.getByRole('group', { name: 'Thành viên 4' });
  await alternate.getByLabel('Họ và tên').fill('Ủy viên dự khuyết');
  await alternate.getByRole('combobox', { name: 'Thay cho' }).click();
  await page.getByRole('option', { name: 'Ủy viên thứ nhất', exact: true }).click();
  await expect(found.getByLabel('Số phần có mặt')).toHaveValue('2');
  await found.getByLabel('Trên tổng số phần').fill('1');
  await found.getByRole('button', { name: 'Ghi nhận hội đồng' }).click();
  await expect(found.getByText(/Không thể nhiều hơn cả hội đồng/).first()).toBeVisible();
  await expectAccessible(page);
  await found.getByLabel('Trên tổng số phần').fill('3');
  await found.getByRole('button', { name: 'Ghi nhận hội đồng' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Hội đồng sơ tuyển/ })).toBeVisible();
  await expect(page.getByText('Ủy viên, thay Ủy viên thứ nhất khi vắng')).toBeVisible();
  await expect(
    page.getByText('Có mặt ít nhất 2/3 thành viên biểu quyết, trong đó có chủ tịch hoặc phó chủ tịch'),
  ).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Lập phiên họp' }).click();
  const call = page.getByRole('dialog', { name: 'Lập phiên họp' });
  await choose(page, call, 'Hồ sơ', /^GTCLQG/);
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await call.getByRole('button', { name: 'Ghi nhận phiên họp' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Phiên họp ngày/ })).toBeVisible();
  await page.getByLabel(/^Chủ tịch hội đồng/).check();
  await page.getByLabel(/^Ủy viên thứ nhất/).check();
  await page.getByRole('button', { name: 'Lưu điểm danh' }).click();
  await expect(page.getByText(/^Đủ điều kiện họp: có mặt 2\/2/)).toBeVisible();
  await expectAccessible(page);
  await signOut(page);

  // Nothing of the file is seen before the declaration; who is in conflict never sees it.
  await signIn(page, 'council.member1', nomination);
  await expect(page.getByText(/^Trước khi mở hồ sơ, xin khai báo xung đột lợi ích/)).toBeVisible();
  await expect(page.getByText('Báo cáo tự đánh giá')).toHaveCount(0);
  await page.getByRole('button', { name: 'Gửi khai báo' }).click();
  await expect(page.getByText(/Cần sửa \d+ mục/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Có xung đột lợi ích', { exact: true }).check();
  await page.getByLabel('Nội dung xung đột').fill('Đang tư vấn cho đơn vị');
  await page.getByRole('button', { name: 'Gửi khai báo' }).click();
  await expect(page.getByText('Bạn không tham gia xem xét hồ sơ này')).toBeVisible();
  await expectAccessible(page);
  await signOut(page);

  for (const [user, points] of [
    ['council.chair', CHAIR_POINTS],
    ['expert', EXPERT_POINTS],
  ] as const) {
    await signIn(page, user, nomination);
    await page.getByLabel('Không có xung đột lợi ích').check();
    await page.getByRole('button', { name: 'Gửi khai báo' }).click();
    await expect(page.getByRole('heading', { name: 'Đánh giá trên hồ sơ' })).toBeVisible();
    await score(page, points);
    await expect(page.getByText(/^Phiếu của bạn:/)).toBeVisible();
    await expect(page.getByText(String(CHAIR_POINTS[6])).or(page.getByText('Kết quả chấm điểm'))).toHaveCount(
      0,
    );
    await signOut(page);
  }

  await signIn(page, 'officer', nomination);
  await closeStage(page);
  await expect(page.getByText(/chênh 110 điểm/)).toBeVisible();
  await expectAccessible(page);
  await signOut(page);
  await signIn(page, 'council.chair', nomination);
  await expect(page.getByRole('heading', { name: 'Đánh giá tại chỗ' })).toBeVisible();
  await score(page, CHAIR_POINTS);
  await signOut(page);

  await signIn(page, 'officer', nomination);
  await closeStage(page);
  await expect(page.getByText(/924 điểm: đủ ngưỡng xét Giải Vàng, Giải Bạc/)).toBeVisible();
  await page.getByRole('button', { name: 'Ghi kết luận' }).click();
  const conclude = page.getByRole('dialog', { name: /^Ghi kết luận/ });
  await expect(conclude.getByText(/^Đủ điều kiện họp: có mặt 1\/1/)).toBeVisible();
  await expectAccessible(page);
  await conclude.getByLabel('Số phiếu đồng ý').fill('1');
  await conclude.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(conclude).toBeHidden();
  await page.getByRole('button', { name: 'Ghi văn bản hiệp y' }).click();
  const consent = page.getByRole('dialog', { name: /^Ghi văn bản hiệp y/ });
  await consent.getByLabel('Số, ký hiệu văn bản').fill('3120/UBND-KGVX');
  await consent.getByLabel('Ngày văn bản').fill('03/10/2022');
  await consent.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(consent).toBeHidden();
  await page.goto(nomination.replace(/\/nominations.*/, ''));
  await act(page, 'Trình hội đồng quốc gia');

  await page.goto(nomination);
  await page.getByRole('button', { name: 'Ghi kết quả' }).click();
  const result = page.getByRole('dialog', { name: /^Ghi kết quả/ });
  await choose(page, result, 'Mức giải', 'Giải Vàng');
  await result.getByLabel('Số, ký hiệu văn bản').fill('1500/QĐ-TTg');
  await result.getByLabel('Ngày văn bản').fill('03/10/2022');
  await result.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(result.getByText(/^Giải Vàng chỉ dành cho/).first()).toBeVisible();
  await expectAccessible(page);
  await result.getByLabel('Được chọn là xuất sắc nhất trong loại hình').check();
  await result.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(result).toBeHidden();
  await expect(page.getByText('Giải Vàng', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Viết báo cáo phản hồi' }).click();
  const feedback = page.getByRole('dialog', { name: /^Viết báo cáo phản hồi/ });
  await feedback.getByLabel('Điểm mạnh').first().fill('Lãnh đạo cam kết rõ ràng');
  await expectAccessible(page);
  await feedback.getByRole('button', { name: 'Lưu báo cáo' }).click();
  await expect(feedback).toBeHidden();
  await page.getByRole('button', { name: 'Gửi cho đơn vị' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi cho đơn vị' }).click();
  await expect(page.getByText(/^Đã gửi cho đơn vị ngày/)).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/awards/winners?year=${YEAR}`);
  await expect(page.getByRole('region', { name: `Số liệu kỳ năm ${YEAR}` })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /^Công bố: / })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Công bố' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await signOut(page);

  // Anybody sees the hall of winners.
  await page.setViewportSize(PHONE);
  await page.goto('/winners');
  await expect(page.getByRole('region', { name: `Kỳ xét tặng năm ${YEAR}` })).toContainText('Giải Vàng');
  await expectAccessible(page);
  await signIn(page, 'enterprise', nomination);
  await expect(page.getByText('Lãnh đạo cam kết rõ ràng')).toBeVisible();
  await expectAccessible(page);
});
