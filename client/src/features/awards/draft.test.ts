import { describe, expect, it } from 'vitest';
import { draftSchema, tally, toContent, toDraft } from './draft';
import type { Regime } from './queries';

/** Points of criteria 1 and 7 of the rounds up to 2025 (domain-reference §2.4). */
const regime = {
  maxPoints: 1000,
  criteria: [
    {
      code: 'leadership',
      group: 'criteria',
      nameVi: 'Vai trò của lãnh đạo',
      nameEn: 'Leadership',
      maxPoints: 120,
    },
    { code: 'results', group: 'criteria', nameVi: 'Kết quả hoạt động', nameEn: 'Results', maxPoints: 450 },
  ],
} as unknown as Regime;

const nomination = {
  activity: 'production',
  officialEmployees: 45,
  declarations: { isLegalPerson: true, operatesContinuously: null, hasViolation: false, marketedSince: null },
  selfAssessment: [
    { criterion: 'results', points: 300, text: 'Doanh thu tăng', evidence: ['Báo cáo 2021', 'Báo cáo 2022'] },
  ],
} as const;

describe('the draft of a nomination', () => {
  const draft = toDraft(
    {
      ...nomination,
      selfAssessment: [...nomination.selfAssessment].map((own) => ({ ...own, evidence: [...own.evidence] })),
    },
    regime,
  );

  it('has a place for every criterion, in the order of the regime', () => {
    expect(draft.selfAssessment.map(({ criterion }) => criterion)).toEqual(['leadership', 'results']);
    expect(draft.selfAssessment[0]).toEqual({
      criterion: 'leadership',
      points: null,
      text: '',
      evidence: '',
    });
    expect(draft.selfAssessment[1]?.evidence).toBe('Báo cáo 2021\nBáo cáo 2022');
  });

  it('tells "no" from "not said"', () => {
    expect(draft.declarations).toEqual({
      isLegalPerson: 'yes',
      operatesContinuously: null,
      hasViolation: 'no',
      marketedSince: null,
    });
    expect(toContent(draft).declarations).toEqual(nomination.declarations);
  });

  it('empties on record what was emptied on the screen', () => {
    const emptied = structuredClone(draft);
    Object.assign(emptied.selfAssessment[1]!, { points: null, text: '  ', evidence: '\n ' });
    expect(toContent(emptied).selfAssessment?.[1]).toEqual({
      criterion: 'results',
      points: null,
      text: null,
      evidence: [],
    });
  });

  it('sums what is written and counts a criterion only with points and text', () => {
    expect(tally(draft.selfAssessment)).toEqual({ points: 300, complete: 1 });
    expect(
      tally([
        { points: 100, text: ' ' },
        { points: 0, text: 'Có' },
      ]),
    ).toEqual({ points: 100, complete: 1 });
  });

  it('takes the points of a criterion and no more', () => {
    const at = (points: number) => ({ ...draft, selfAssessment: [{ ...draft.selfAssessment[0]!, points }] });
    expect(draftSchema(regime).safeParse(at(120)).success).toBe(true);
    const refused = draftSchema(regime).safeParse(at(121));
    expect(refused.error?.issues.map(({ path }) => path.join('.'))).toEqual(['selfAssessment.0.points']);
  });
});
