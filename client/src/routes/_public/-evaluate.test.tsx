import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { openApp } from '@/test/render';
import { server, signedInAnswer } from '@/test/server';

const form: Schemas['EvaluationForm'] = {
  version: 1,
  questions: [
    { code: 'content', kind: 'rating', textVi: 'Nội dung khóa học', textEn: 'Content' },
    { code: 'trainers', kind: 'rating', textVi: 'Giảng viên', textEn: 'Trainers' },
    { code: 'mostUseful', kind: 'text', textVi: 'Điều bổ ích nhất', textEn: 'Most useful' },
  ],
};

const course = {
  courseTitle: 'Công cụ 5S',
  startsOn: '2022-10-03',
  endsOn: '2022-10-03',
  lastDay: '2022-10-17',
  form,
};

describe('the page of a trainee', { timeout: 30_000 }, () => {
  const sent: unknown[] = [];

  beforeEach(() => {
    sent.length = 0;
    server.use(
      http.get('*/api/v1/public/evaluations/:token', () => HttpResponse.json(course)),
      http.post('*/api/v1/public/evaluations/:token', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ courseTitle: course.courseTitle });
      }),
    );
  });

  it('takes the code from the address, refuses an empty form and sends what was answered', async () => {
    await openApp('/evaluate/7QW3K9XHTM4RVC2PN8DZ#K7M4QX');
    expect(screen.getByRole('textbox', { name: 'Mã cá nhân' })).toHaveValue('K7M4QX');
    expect(screen.getByText(/Phiếu không ghi tên/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Gửi phiếu' }));
    expect(await screen.findAllByText(/Trả lời ít nhất một câu/)).not.toHaveLength(0);
    expect(sent).toEqual([]);

    const trainers = screen.getByRole('group', { name: 'Giảng viên' });
    await userEvent.click(within(trainers).getByRole('radio', { name: '2 – Kém' }));
    await userEvent.click(within(trainers).getByRole('radio', { name: '4 – Tốt' }));
    const content = screen.getByRole('group', { name: 'Nội dung khóa học' });
    await userEvent.click(within(content).getByRole('radio', { name: '1 – Rất kém' }));
    await userEvent.click(within(content).getByRole('button', { name: 'Bỏ chọn: Nội dung khóa học' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Điều bổ ích nhất' }), ' Bài tập ');
    expect(
      (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })).violations,
    ).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Gửi phiếu' }));

    expect(await screen.findByText('Đã nhận phiếu đánh giá')).toBeVisible();
    expect(sent).toEqual([
      {
        personalCode: 'K7M4QX',
        ratings: [{ question: 'trainers', value: 4 }],
        texts: [{ question: 'mostUseful', text: 'Bài tập' }],
      },
    ]);
  });
});

describe('the evaluation of a course', { timeout: 30_000 }, () => {
  const few: Schemas['CourseEvaluationDetails'] = {
    courseId: '01a207c6-1b10-7c42-9a31-5d0f6c1e7a20',
    courseTitle: course.courseTitle,
    status: 'closed',
    lastDay: '2022-10-17',
    form,
    attended: 9,
    onPaper: 0,
    fewestShown: 5,
    mayManage: false,
    received: 4,
    hold: 'tooFew',
    papers: [],
    summary: {
      answered: 4,
      isHidden: true,
      ratings: [
        { question: 'content', count: 4, isHidden: true },
        { question: 'trainers', count: 4, isHidden: true },
      ],
      texts: [{ question: 'mostUseful', texts: [] }],
    },
  };

  const opens = (evaluation: Schemas['CourseEvaluationDetails']) => {
    server.use(
      http.get('*/api/v1/session', () =>
        HttpResponse.json(signedInAnswer({ permissions: ['courses.read', 'courses.readEvaluation'] })),
      ),
      http.get('*/api/v1/courses/:courseId', () =>
        HttpResponse.json({ title: course.courseTitle, code: 'KH-2022-0001' }, { headers: { etag: '"1"' } }),
      ),
      http.get('*/api/v1/courses/:courseId/evaluation', () => HttpResponse.json(evaluation)),
    );
    return openApp(`/courses/${evaluation.courseId}/evaluation`);
  };

  it('says why nothing is shown of few answers', async () => {
    await opens(few);
    expect(await screen.findByText('Đã nhận 4/9 phiếu')).toBeVisible();
    expect(
      screen.getByText(
        /Mới có 4 phiếu\. Kết quả hiện khi có từ 5 phiếu gửi bằng điện thoại hoặc từ 5 phiếu giấy/,
      ),
    ).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Nhập phiếu giấy' })).toBeNull();
  });

  it('shows averages beside their distribution, and a question that few rated without', async () => {
    await opens({
      ...few,
      received: 7,
      hold: 'fewNew',
      summary: {
        answered: 6,
        isHidden: false,
        ratings: [
          { question: 'content', count: 6, isHidden: false, average: 417, distribution: [0, 0, 1, 3, 2] },
          { question: 'trainers', count: 2, isHidden: true },
        ],
        texts: [{ question: 'mostUseful', texts: ['Bài tập'] }],
      },
    });
    const content = await screen.findByRole('row', { name: /Nội dung khóa học/ });
    expect(screen.getByText('Kết quả gồm 6/7 phiếu')).toBeVisible();
    expect(screen.getByText(/được tính khi có thêm ít nhất 5 phiếu/)).toBeVisible();
    expect(within(content).getByText('4,17/5')).toBeVisible();
    expect(
      within(content)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['', '4,17/5', '0', '0', '1', '3', '2', '6']);
    expect(within(screen.getByRole('row', { name: /Giảng viên/ })).getByText('Dưới 5 phiếu')).toBeVisible();
    expect(screen.getByText('Bài tập')).toBeVisible();
  });
});
