import { describe, expect, it } from 'vitest';
import '@/i18n';
import type { EvaluationForm } from './evaluation-queries';
import { answerOf, emptyForm, formatAverage, saysNothing } from './evaluation-values';

const form: EvaluationForm = {
  version: 1,
  questions: [
    { code: 'content', kind: 'rating', textVi: 'Nội dung', textEn: 'Content' },
    { code: 'trainers', kind: 'rating', textVi: 'Giảng viên', textEn: 'Trainers' },
    { code: 'mostUseful', kind: 'text', textVi: 'Bổ ích nhất', textEn: 'Most useful' },
  ],
};

describe('a filled-in form', () => {
  it('leaves out what is not answered', () => {
    const filled = emptyForm(form);
    expect(filled).toEqual({ ratings: { content: null, trainers: null }, texts: { mostUseful: '' } });
    expect(saysNothing(filled)).toBe(true);
    filled.ratings['trainers'] = 4;
    filled.texts['mostUseful'] = '  Thực hành tại vườn \n';
    expect(saysNothing(filled)).toBe(false);
    expect(answerOf(filled)).toEqual({
      ratings: [{ question: 'trainers', value: 4 }],
      texts: [{ question: 'mostUseful', text: 'Thực hành tại vườn' }],
    });
  });

  it('says nothing with blanks only', () => {
    expect(saysNothing({ ratings: { content: null }, texts: { mostUseful: ' \n ' } })).toBe(true);
  });
});

it('an average has two places', () => {
  expect(formatAverage(425)).toBe('4,25');
  expect(formatAverage(400)).toBe('4,00');
});
