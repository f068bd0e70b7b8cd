import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';

// One course from opening to a revoked certificate; each part goes on where the one before stopped.
test.describe.configure({ mode: 'serial' });

const STAMP = Date.now();
const TITLE = `Tập huấn truy xuất nguồn gốc ${STAMP}`;
const PEOPLE = [
  { fullName: 'Nguyễn Thị Hương', organizationName: 'HTX Đăk Mar', phone: '0905123456' },
  { fullName: 'A Nao', organizationName: 'HTX Măng Ri', phone: '0905111222' },
  { fullName: 'A Nao', organizationName: 'HTX Đăk Hà', phone: '0987999222' },
] as const;

type Seen = {
  courseId: string;
  token: string;
  roomCode: string;
  personalCode: string;
  verificationCode: string;
};
const seen: Seen = { courseId: '', token: '', roomCode: '', personalCode: '', verificationCode: '' };

/** Through the API as the page does it: planning and registering have tests of their own. */
async function send<T>(page: Page, method: string, path: string, data?: unknown, etag?: string): Promise<T> {
  const session = await page.request.get('/api/v1/session');
  const { antiforgeryToken } = (await session.json()) as { antiforgeryToken: string };
  const answer = await page.request.fetch(path, {
    method,
    ...(data !== undefined && { data }),
    headers: {
      'X-CSRF-Token': antiforgeryToken,
      'Idempotency-Key': crypto.randomUUID(),
      ...(etag !== undefined && { 'If-Match': etag }),
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return { ...((await answer.json()) as T), etag: answer.headers()['etag'] ?? '' };
}

test('the officer opens the check-in of today and shows it in the room', async ({ page }) => {
  await signIn(page, 'officer', '/courses');
  const clock = (await (await page.request.get('/api/v1/business-clock')).json()) as { today: string };
  const course = await send<{ id: string; etag: string }>(page, 'POST', '/api/v1/courses', {
    kind: 'trainingCourse',
    title: TITLE,
    startsOn: clock.today,
    endsOn: clock.today,
    seats: 10,
    sessions: [
      {
        date: clock.today,
        startsAt: '08:00',
        endsAt: '11:30',
        kind: 'theory',
        title: 'Lý thuyết',
        room: 'Hội trường A',
      },
      {
        date: clock.today,
        startsAt: '13:30',
        endsAt: '17:00',
        kind: 'practice',
        title: 'Bài tập',
        room: 'Hội trường A',
      },
    ],
  });
  seen.courseId = course.id;
  await send(page, 'POST', `/api/v1/courses/${course.id}/open-registration`, {}, course.etag);
  for (const person of PEOPLE) {
    const one = await send<{ personalCode: string }>(
      page,
      'POST',
      `/api/v1/courses/${course.id}/registrations`,
      {
        ...person,
        participantKind: 'cooperative',
      },
    );
    seen.personalCode = one.personalCode;
  }

  await page.goto(`/courses/${course.id}`);
  await page
    .getByRole('navigation', { name: 'Các trang của khóa học' })
    .getByRole('link', { name: 'Điểm danh' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Điểm danh' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Điểm danh bằng mã QR: Lý thuyết' }).click();
  await page.getByRole('button', { name: 'Mở điểm danh' }).click();
  await expect(page.getByRole('img', { name: /Mã QR dẫn đến/ })).toBeVisible();
  await expect(page.getByText('Đã có mặt 0/3')).toBeVisible();
  await expectAccessible(page);
  seen.roomCode = (await page.getByTestId('check-in-code').textContent()) ?? '';
  const address = (await page.getByRole('img', { name: /Mã QR dẫn đến/ }).getAttribute('aria-label')) ?? '';
  seen.token = /check-in\/(\w+)$/.exec(address)?.[1] ?? '';
  expect(seen.token).not.toBe('');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('trainees check in; a namesake needs the personal code', async ({ page }) => {
    await page.goto(`/check-in/${seen.token}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Điểm danh' })).toBeVisible();
    await expect(page.getByText(TITLE)).toBeVisible();
    await expect(page.getByText('Nguyễn Thị Hương')).toHaveCount(0);
    await page.getByRole('button', { name: 'Điểm danh' }).click();
    await expect(page.getByText(/Cần sửa \d+ mục/)).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Họ và tên').fill('nguyen thi huong');
    await page.getByLabel('3 hoặc 4 số cuối điện thoại').fill('3456');
    await page.getByRole('button', { name: 'Điểm danh' }).click();
    await expect(page.getByText('Đã ghi nhận Nguyễn Thị Hương có mặt')).toBeVisible();
    await expectAccessible(page);

    await page.goto('/check-in');
    await page.getByLabel('Mã điểm danh của lớp').fill(seen.roomCode.toLowerCase());
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByLabel('Họ và tên').fill('A Nao');
    await page.getByLabel('3 hoặc 4 số cuối điện thoại').fill('222');
    await page.getByRole('button', { name: 'Điểm danh' }).click();
    await expect(page.getByText('Không khớp với danh sách lớp')).toBeVisible();
    await page.getByRole('button', { name: 'Dùng mã cá nhân' }).click();
    await page.getByLabel('Mã cá nhân').fill(seen.personalCode);
    await page.getByRole('button', { name: 'Điểm danh' }).click();
    await expect(page.getByText('Đã ghi nhận A Nao có mặt')).toBeVisible();
  });

  test('an address that is not open says so', async ({ page }) => {
    await page.goto('/check-in/ABCDEF');
    await expect(page.getByText('Điểm danh không mở')).toBeVisible();
    await expect(page.getByLabel('Mã điểm danh của lớp')).toBeVisible();
    await expectAccessible(page);
  });
});

test('the officer marks the rest, ends the course and issues certificates', async ({ page }) => {
  await signIn(page, 'officer', `/courses/${seen.courseId}/attendance`);
  await expect(page.getByText('Có mặt 2 · Vắng 0 · Chưa ghi 1')).toBeVisible();
  await page.getByRole('button', { name: /^A Nao, Lý thuyết: Chưa ghi/ }).press('v');
  await expect(page.getByText('Có mặt 2 · Vắng 1 · Chưa ghi 0')).toBeVisible();
  await page.getByRole('button', { name: 'Ghi có mặt cho những người chưa ghi: Bài tập' }).click();
  await expect(page.getByText('Có mặt 3 · Vắng 0 · Chưa ghi 0')).toBeVisible();
  await expect(page.getByText('Chưa đủ số buổi')).toHaveCount(1);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Giấy chứng nhận' }).click();
  await expect(page.getByText('Khóa học chưa kết thúc')).toBeVisible();
  await page.getByRole('link', { name: 'Thông tin' }).click();
  await page.getByRole('button', { name: 'Kết thúc' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc' }).click();
  await expect(page.getByText('Đã kết thúc').first()).toBeVisible();
  await page.getByRole('link', { name: 'Giấy chứng nhận' }).click();
  await page.getByRole('button', { name: 'Cấp 2 giấy chứng nhận' }).click();
  await expect(page.getByText('Đã cấp 2 giấy chứng nhận')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^GCN-\d{4}-\d{4}$/)).toHaveCount(2);
  await expectAccessible(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: /^Tải PDF/ })
      .first()
      .click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^GCN-\d{4}-\d{4}\.pdf$/);
  const href =
    (await page
      .getByRole('link', { name: /^Trang tra cứu/ })
      .first()
      .getAttribute('href')) ?? '';
  seen.verificationCode = /verify\/(\w+)$/.exec(href)?.[1] ?? '';
});

test('anybody checks the certificate: valid, then revoked; another code is unknown', async ({
  page,
  browser,
}) => {
  const visit = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const anybody = await visit.newPage();
  await anybody.goto('/verify');
  await anybody.getByLabel('Mã tra cứu').fill(seen.verificationCode.replace(/(.{4})/g, '$1 ').toLowerCase());
  await anybody.getByRole('button', { name: 'Tra cứu' }).click();
  await expect(anybody.getByText('Giấy chứng nhận còn hiệu lực')).toBeVisible();
  await expectAccessible(anybody);

  await signIn(page, 'officer', `/courses/${seen.courseId}/certificates`);
  await page
    .getByRole('button', { name: /^Thu hồi/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: /^Thu hồi/ });
  await dialog.getByLabel('Lý do').fill('Ghi sai họ tên');
  await dialog.getByRole('button', { name: 'Thu hồi' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/Thu hồi ngày .*Ghi sai họ tên/)).toBeVisible();

  await anybody.reload();
  await expect(anybody.getByText('Giấy chứng nhận đã bị thu hồi')).toBeVisible();
  await expect(anybody.getByText(/Ghi sai họ tên/)).toBeVisible();
  await expectAccessible(anybody);
  await anybody.goto('/verify/22222222222222222222');
  await expect(anybody.getByText('Không tìm thấy giấy chứng nhận')).toBeVisible();
  await expectAccessible(anybody);
  await visit.close();
});

test('the wording of certificates is changed beside its preview', async ({ page }) => {
  await signIn(page, 'officer', '/certificate-template');
  await expect(page.getByRole('heading', { level: 1, name: 'Mẫu giấy chứng nhận' })).toBeVisible();
  await page.getByLabel('Họ tên người ký').fill('Trần Văn Ký');
  const preview = page.getByRole('figure', { name: 'Xem trước' });
  await expect(preview.getByText('Trần Văn Ký')).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Nội dung', exact: true })
    .fill('đã hoàn thành {{courseTitle}} {{giangVien}}');
  await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
  await expect(page.getByText(/Mẫu không có trường “giangVien”/).first()).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('textbox', { name: 'Nội dung', exact: true })
    .fill('đã hoàn thành {{courseKind}} “{{courseTitle}}”\ntổ chức {{courseDates}}.');
  await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
  await expect(page.getByText(/Đã lưu phiên bản \d+/)).toBeVisible();
});
