import i18n from 'i18next';
import { numberMarks } from '@/shared/lib/vi';
import type { EvaluationAnswer, EvaluationForm, EvaluationQuestion } from './evaluation-queries';

export const RATINGS = [1, 2, 3, 4, 5] as const;

export const TEXT_MAX_LENGTH = 1000;

/** A form as it is filled in: what is not answered is empty. */
export type Filled = { ratings: Record<string, number | null>; texts: Record<string, string> };

export function emptyForm(form: EvaluationForm): Filled {
  const codes = (kind: EvaluationQuestion['kind']) =>
    form.questions.filter((question) => question.kind === kind).map(({ code }) => code);
  return {
    ratings: Object.fromEntries(codes('rating').map((code) => [code, null])),
    texts: Object.fromEntries(codes('text').map((code) => [code, ''])),
  };
}

/** As the API takes it: unanswered questions are left out. */
export function answerOf({ ratings, texts }: Filled): Required<EvaluationAnswer> {
  return {
    ratings: Object.entries(ratings).flatMap(([question, value]) =>
      value === null ? [] : [{ question, value }],
    ),
    texts: Object.entries(texts).flatMap(([question, text]) =>
      text.trim() === '' ? [] : [{ question, text: text.trim() }],
    ),
  };
}

export function saysNothing(filled: Filled): boolean {
  const { ratings, texts } = answerOf(filled);
  return ratings?.length === 0 && texts?.length === 0;
}

export function questionText({ textVi, textEn }: EvaluationQuestion): string {
  return i18n.resolvedLanguage === 'en' ? textEn : textVi;
}

/** 425 → `4,25`, in English `4.25`: always two places, so that a column of averages stands in line. */
export function formatAverage(hundredths: number): string {
  const places = String(hundredths % 100).padStart(2, '0');
  return `${Math.floor(hundredths / 100)}${numberMarks().decimalSeparator}${places}`;
}
