import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/guard';
import { signIn } from './support/sign-in';

// One course from the QR code in the room to the summary; each part goes on where the one before stopped.
test.describe.configure({ mode: 'serial' });

const TITLE = `Năng suất xanh cho hợp tác xã ${Date.now()}`;
const PEOPLE = 7;

type Seen = { courseId: string; token: string; roomCode: string; personalCodes: string[] };
const seen: Seen = { courseId: '', token: '', roomCode: '', personalCodes: [] };

/** Through the API as the page does it: planning, registering and attendance have tests of their own. */
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

/** Answers through the API as a telephone does. */
async function answer(page: Page, personalCode: string | undefined, content: number, text: string) {
  const sent = await page.request.post(`/api/v1/public/evaluations/${seen.token}`, {
    data: {
      personalCode,
      ratings: [
        { question: 'content', value: content },
        { question: 'trainers', value: 5 },
        { question: 'organization', value: 4 },
        { question: 'materials', value: 4 },
        { question: 'applicability', value: content },
      ],
      texts: [{ question: 'mostUseful', text }],
    },
  });
  expect(sent.ok(), await sent.text()).toBe(true);
}

test('the officer opens the evaluation and shows it in the room', async ({ page }) => {
  await signIn(page, 'officer', '/courses');
  const clock = (await (await page.request.get('/api/v1/business-clock')).json()) as { today: string };
  const course = await send<{ id: string; etag: string; sessions: { id: string }[] }>(
    page,
    '/api/v1/courses',
    {
      kind: 'trainingCourse',
      title: TITLE,
      startsOn: clock.today,
      endsOn: clock.today,
      seats: 10,
      sessions: [
        { date: clock.today, startsAt: '08:00', endsAt: '11:30', kind: 'theory', title: 'Lý thuyết' },
      ],
    },
  );
  seen.courseId = course.id;
  await send(page, `/api/v1/courses/${course.id}/open-registration`, {}, course.etag);
  const present: string[] = [];
  for (let number = 1; number <= PEOPLE; number++) {
    const one = await send<{ id: string; personalCode: string }>(
      page,
      `/api/v1/courses/${course.id}/registrations`,
      {
        fullName: `Y Blinh ${number}`,
        participantKind: 'cooperative',
        organizationName: `HTX Măng Đen ${number}`,
        phone: `090512345${number}`,
      },
    );
    present.push(one.id);
    seen.personalCodes.push(one.personalCode);
  }
  await send(page, `/api/v1/courses/${course.id}/sessions/${course.sessions[0]?.id}/attendance`, { present });

  await page.goto(`/courses/${course.id}`);
  await page
    .getByRole('navigation', { name: 'Các trang của khóa học' })
    .getByRole('link', { name: 'Đánh giá' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đánh giá khóa học' })).toBeVisible();
  await expect(page.getByText('Chưa mở')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Mở đánh giá' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Mở đánh giá' }).click();
  await expect(page.getByText(`Đã nhận 0/${PEOPLE} phiếu`)).toBeVisible();
  await expect(page.getByText(/Kết quả hiện sau khi kết thúc đánh giá/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Hiện mã QR cho lớp' }).click();
  const qr = page.getByRole('img', { name: /Mã QR dẫn đến/ });
  await expect(qr).toBeVisible();
  await expectAccessible(page);
  seen.roomCode = (await page.getByTestId('evaluation-code').textContent()) ?? '';
  seen.token = /evaluate\/(\w+)$/.exec((await qr.getAttribute('aria-label')) ?? '')?.[1] ?? '';
  expect(seen.token).not.toBe('');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('a trainee answers once, without a name', async ({ page }) => {
    await page.goto('/evaluate');
    await page.getByLabel('Mã đánh giá của lớp').fill(seen.roomCode.toLowerCase());
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(page.getByText(TITLE)).toBeVisible();
    await expect(page.getByText(/Phiếu không ghi tên/)).toBeVisible();
    await page.getByRole('button', { name: 'Gửi phiếu' }).click();
    await expect(page.getByText(/Cần sửa \d+ mục/)).toBeVisible();
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, 'nothing scrolls sideways').toBe(0);

    await page.getByRole('textbox', { name: 'Mã cá nhân' }).fill('ZZZZZZ');
    const content = page.getByRole('group', { name: 'Nội dung khóa học' });
    await content.getByRole('radio', { name: '4 – Tốt' }).check();
    await content.getByRole('radio', { name: '4 – Tốt' }).press('ArrowRight');
    await expect(content.getByRole('radio', { name: '5 – Rất tốt' })).toBeChecked();
    await page.getByLabel('Điều anh/chị thấy bổ ích nhất').fill('Bài tập tại xưởng');
    await page.getByRole('button', { name: 'Gửi phiếu' }).click();
    await expect(page.getByText('Mã cá nhân không dùng được để đánh giá')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('textbox', { name: 'Mã cá nhân' }).fill(seen.personalCodes[0] ?? '');
    await page.getByRole('button', { name: 'Gửi phiếu' }).click();
    await expect(page.getByText('Đã nhận phiếu đánh giá')).toBeVisible();
    await expectAccessible(page);

    await page.goto(`/evaluate/${seen.token}#${seen.personalCodes[0]}`);
    await expect(page.getByRole('textbox', { name: 'Mã cá nhân' })).toHaveValue(seen.personalCodes[0] ?? '');
    await page.getByRole('radio', { name: '1 – Rất kém' }).first().check();
    await page.getByRole('button', { name: 'Gửi phiếu' }).click();
    await expect(page.getByText('Mã này đã gửi phiếu đánh giá')).toBeVisible();
  });

  test('an address that is not open says so', async ({ page }) => {
    await page.goto('/evaluate/ABCDEF');
    await expect(page.getByText('Phiếu đánh giá không mở')).toBeVisible();
    await expect(page.getByLabel('Mã đánh giá của lớp')).toBeVisible();
    await expectAccessible(page);
  });
});

test('results show when it is closed and from five answers on; paper forms count, and never more than attended', async ({
  page,
}) => {
  await signIn(page, 'officer', `/courses/${seen.courseId}/evaluation`);
  for (const [at, content] of [4, 4, 3, 4].entries()) {
    await answer(page, seen.personalCodes[at + 1], content, `Ý kiến ${at}`);
  }

  await page.reload();
  await expect(page.getByText(`Đã nhận 5/${PEOPLE} phiếu`)).toBeVisible();
  await expect(page.getByText(/Kết quả hiện sau khi kết thúc đánh giá/)).toBeVisible();
  await expect(page.getByText('Bài tập tại xưởng')).toHaveCount(0);

  await page.getByRole('button', { name: 'Nhập phiếu giấy' }).click();
  const first = page.getByRole('group', { name: 'Phiếu 1', exact: true });
  await first.getByLabel('Nội dung khóa học').selectOption('5');
  await first.getByLabel('Điều anh/chị thấy bổ ích nhất').fill('Ghi trên giấy');
  await page.getByRole('group', { name: 'Phiếu 2' }).getByLabel('Nội dung khóa học').selectOption('4');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ghi 2 phiếu' }).click();
  await expect(page.getByText(`Đã nhận 7/${PEOPLE} phiếu`)).toBeVisible();
  await expect(page.getByText('Trong đó có 2 phiếu giấy.')).toBeVisible();

  // One was typed that nobody had filled in: all of that go comes out, and is typed again.
  await page.getByRole('button', { name: /^Xóa lần nhập 2 phiếu/ }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa lần nhập này' }).click();
  await expect(page.getByText(`Đã nhận 5/${PEOPLE} phiếu`)).toBeVisible();
  await page.getByRole('button', { name: 'Nhập phiếu giấy' }).click();
  await first.getByLabel('Nội dung khóa học').selectOption('5');
  await first.getByLabel('Điều anh/chị thấy bổ ích nhất').fill('Ghi trên giấy');
  await page.getByRole('button', { name: 'Ghi 1 phiếu' }).click();
  await expect(page.getByText(`Đã nhận 6/${PEOPLE} phiếu`)).toBeVisible();
  await expect(page.getByText('Bài tập tại xưởng')).toHaveCount(0);
  await page.getByRole('button', { name: 'Nhập phiếu giấy' }).click();
  await page
    .getByRole('group', { name: 'Phiếu 1', exact: true })
    .getByLabel('Nội dung khóa học')
    .selectOption('1');
  await page.getByRole('group', { name: 'Phiếu 2' }).getByLabel('Nội dung khóa học').selectOption('1');
  await page.getByRole('button', { name: 'Ghi 2 phiếu' }).click();
  await expect(page.getByText('Số phiếu nhiều hơn số người đã dự')).toBeVisible();
  await expect(page.getByText('Có 7 người đã dự và 6 phiếu đã nhận.')).toBeVisible();

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Xuất Excel' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^danh-gia-khoa-hoc-KH-\d{4}-\d{4}\.xlsx$/);
  await page.getByRole('button', { name: 'Kết thúc đánh giá' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc đánh giá' }).click();
  await expect(page.getByText('Đã kết thúc', { exact: true })).toBeVisible();
  // 5 + 4 + 4 + 3 + 4 + 5 of six
  await expect(
    page.getByRole('row', { name: /Nội dung khóa học/ }).getByText('4,17/5', { exact: true }),
  ).toBeVisible();
  await expect(page.getByText('Bài tập tại xưởng')).toBeVisible();
  await expectAccessible(page);
});
