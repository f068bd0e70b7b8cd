import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';
import { workbook } from './support/workbook';

const TITLE = `Tập huấn thực hành nông nghiệp tốt VietGAP ${Date.now()}`;
const FILE = 'Tệp Excel danh sách học viên';
const SEATS = 80;
/** Those whom the province trained in 2022 (S4.11). */
const PEOPLE = 195;
const HEADINGS = [
  'Họ và tên',
  'Đối tượng',
  'Đơn vị',
  'Mã số thuế',
  'Địa bàn',
  'Điện thoại',
  'Thư điện tử',
  'Người khác cùng tên',
];
const KINDS = ['Doanh nghiệp', 'Hợp tác xã', 'Tổ chức', 'Hộ kinh doanh', 'Công chức'];

type Cells = Partial<{
  name: string;
  kind: string;
  organization: string;
  taxCode: string;
  district: string;
  phone: string;
  email: string;
  different: string;
}>;

function listRow(number: number, cells: Cells = {}): string[] {
  const row = {
    name: `Học viên ${number}`,
    kind: KINDS[number % KINDS.length] ?? '',
    organization: `Đơn vị ${number}`,
    taxCode: '',
    district: '',
    phone: `09${String(number).padStart(8, '0')}`,
    email: '',
    different: '',
    ...cells,
  };
  return [
    row.name,
    row.kind,
    row.organization,
    row.taxCode,
    row.district,
    row.phone,
    row.email,
    row.different,
  ];
}

/** Rows of the sheet with what stands against each: its column, and words that say what. */
const PLANTED: readonly (readonly [number, string[], string, string])[] = [
  [10, listRow(10, { name: '' }), 'Họ và tên', 'Cần nhập mục này'],
  [20, listRow(20, { kind: 'Học sinh' }), 'Đối tượng', '“Học sinh” không có trong danh mục'],
  [30, listRow(30, { kind: '' }), 'Đối tượng', 'Cần nhập mục này'],
  [40, listRow(40, { kind: 'Công chức', organization: '' }), 'Đơn vị', 'Thiếu đơn vị của người tham dự'],
  [
    50,
    listRow(50, { taxCode: '6199999999' }),
    'Mã số thuế',
    'Không có doanh nghiệp nào có mã số thuế 6199999999',
  ],
  [
    60,
    listRow(60, { district: 'Huyện Không Có' }),
    'Địa bàn',
    'Địa bàn Huyện Không Có không có trong danh mục của tỉnh',
  ],
  [70, listRow(70, { phone: 'gọi sau' }), 'Điện thoại', '“gọi sau” không phải số điện thoại'],
  [80, listRow(80, { email: 'không có' }), 'Thư điện tử', 'Địa chỉ thư điện tử không đúng'],
  [90, listRow(90, { different: 'chắc vậy' }), 'Người khác cùng tên', '“chắc vậy” không có trong danh mục'],
  [100, listRow(1), 'Họ và tên', 'Người này đã có ở dòng 2 của tệp'],
  [110, listRow(2, { phone: '0977 123 123' }), 'Họ và tên', 'Trùng họ tên và đơn vị với dòng 3 của tệp'],
  [
    120,
    listRow(120, { name: 'nguyễn thị  hương', organization: 'HTX Sa Thầy', phone: '0905000111' }),
    'Họ và tên',
    'Người này đã có trong danh sách',
  ],
  [
    130,
    listRow(130, { name: 'Nguyễn Thị Hương', organization: 'HTX Sa Thầy', phone: '0905 999 999' }),
    'Họ và tên',
    'Trùng họ tên và đơn vị với số thứ tự 1 trong danh sách của khóa học',
  ],
  [150, listRow(150, { organization: 'HTX Sa Thầy' }), 'Họ và tên', 'Đơn vị đã đăng ký đủ 3 người'],
];

/** Through the API as the page does it: planning and registering have tests of their own. */
async function send<T>(page: Page, path: string, data: unknown, etag?: string): Promise<T> {
  const session = await page.request.get('/api/v1/session');
  const { antiforgeryToken } = (await session.json()) as { antiforgeryToken: string };
  const answer = await page.request.post(path, {
    data,
    headers: {
      'X-CSRF-Token': antiforgeryToken,
      'Idempotency-Key': crypto.randomUUID(),
      ...(etag !== undefined && { 'If-Match': etag }),
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return { ...((await answer.json()) as T), etag: answer.headers()['etag'] ?? '' };
}

async function expectFigures(section: Locator, figures: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(figures)) {
    await expect(section.getByText(label, { exact: true }).locator('..')).toHaveText(`${label}${value}`);
  }
}

test(
  'a list of 195 people: every faulty row is named, and the sound ones are taken',
  { tag: '@fact:S4.11' },
  async ({ page }) => {
    await signIn(page, 'officer', '/courses');
    const course = await send<{ id: string; etag: string }>(page, '/api/v1/courses', {
      kind: 'trainingCourse',
      title: TITLE,
      startsOn: '2022-11-24',
      endsOn: '2022-11-27',
      seats: SEATS,
      organizationQuota: 3,
    });
    await send(page, `/api/v1/courses/${course.id}/open-registration`, {}, course.etag);
    for (const [fullName, phone] of [
      ['Nguyễn Thị Hương', '0905 000 111'],
      ['Lê Văn Tám', '0905 000 112'],
    ]) {
      await send(page, `/api/v1/courses/${course.id}/registrations`, {
        fullName,
        phone,
        participantKind: 'cooperative',
        organizationName: 'HTX Sa Thầy',
      });
    }

    await page.goto(`/courses/${course.id}`);
    await page.getByRole('link', { name: 'Nhập danh sách Excel' }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: 'Nhập danh sách học viên từ Excel' }),
    ).toBeVisible();
    const rows = Array.from({ length: PEOPLE }, (_, at) => listRow(at + 1));
    // The third person of that cooperative is the last whom its share lets in.
    rows[139] = listRow(140, { organization: 'HTX Sa Thầy' });
    for (const [number, row] of PLANTED) rows[number - 1] = row;
    await page.getByLabel(FILE).setInputFiles(workbook('danh-sach-195.xlsx', [HEADINGS, ...rows]));
    await expect(page.getByText(`Tệp có ${PLANTED.length} lỗi`)).toBeVisible();
    const figures = page.getByRole('region', { name: '3. Kết quả kiểm tra' });
    await expectFigures(figures, {
      'Số dòng': '195',
      'Được xếp chỗ': '78',
      'Danh sách chờ': '103',
      'Dòng có lỗi': '14',
    });
    const findings = page.getByRole('region', { name: 'Các dòng cần xem' }).locator('tbody tr');
    await expect(findings).toHaveCount(PLANTED.length);
    for (const [at, [number, , column, words]] of PLANTED.entries()) {
      const row = findings.nth(at);
      // The headings are the first row of the sheet.
      await expect(row.getByRole('rowheader')).toHaveText(String(number + 1));
      const place = `${'ABCDEFGH'[HEADINGS.indexOf(column)]}${number + 1}`;
      await expect(row.getByRole('cell').first()).toHaveText(`${column} ${place}`);
      await expect(row.getByRole('cell').last()).toContainText(words);
    }
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.setViewportSize({ width: 1280, height: 800 });

    await page.getByRole('button', { name: 'Chỉ nhập 181 dòng không có lỗi' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nhập danh sách từ tệp danh-sach-195.xlsx' });
    await expect(dialog).toContainText(
      '181 người được đưa vào danh sách cùng lúc. 14 dòng có lỗi được bỏ qua.',
    );
    await dialog.getByRole('button', { name: 'Nhập vào danh sách' }).click();
    await expect(page.getByText('Đã nhập 181 người')).toBeVisible();
    await expect(page.getByText('Có chỗ: 78; danh sách chờ: 103. Bỏ qua 14 dòng có lỗi.')).toBeVisible();

    await page.getByRole('link', { name: 'Xem danh sách đăng ký' }).click();
    await expect(page.getByText('80/80')).toBeVisible();
    await expect(page.getByText('183 đăng ký')).toBeVisible();
    const table = page.getByRole('table', { name: 'Người đăng ký' }).locator('tbody tr');
    await expect(table.nth(2)).toContainText('Học viên 1');
    // Row 10 is faulty: nobody stands between the ninth and the eleventh of the file.
    await expect(table.nth(11)).toContainText('Học viên 11');
    await page.getByLabel('Tìm kiếm').fill('hoc vien 195');
    await expect(table).toHaveCount(1);
    await expect(table).toContainText('thứ 103 trong danh sách chờ');
    for (const name of ['Học viên 20', 'Học viên 150']) {
      await page.getByLabel('Tìm kiếm').fill(name);
      await expect(page.getByText('0 đăng ký')).toBeVisible();
    }
  },
);
