import { describe, expect, it } from 'vitest';
import type { Nomination, Regime } from './queries';
import { compare, corners, shares } from './scoring';

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
  selfAssessment: [{ criterion: 'results', points: 300 }],
  stages: [
    {
      stage: 'dossier',
      result: {
        criteria: [
          { criterion: 'leadership', average: 9050 },
          { criterion: 'results', average: 36000 },
        ],
      },
    },
    { stage: 'site', result: null },
  ],
} as unknown as Pick<Nomination, 'selfAssessment' | 'stages'>;

describe('the comparison of an assessment', () => {
  const rows = compare(regime, nomination);

  it('reads averages in hundredths of a point and leaves an open stage empty', () => {
    expect(rows).toEqual([
      { criterion: 'leadership', max: 120, own: null, dossier: 90.5, site: null },
      { criterion: 'results', max: 450, own: 300, dossier: 360, site: null },
    ]);
  });

  it('draws a line only where every criterion has a value', () => {
    expect(shares(rows, 'dossier')).toEqual([90.5 / 120, 0.8]);
    expect(shares(rows, 'own')).toBeNull();
    expect(shares(rows, 'site')).toBeNull();
  });

  it('begins on top and goes round clockwise', () => {
    const [top, right, bottom, left] = corners([1, 0.5, 1, 0.5], 100);
    expect(top?.map(Math.round)).toEqual([0, -100]);
    expect(right?.map(Math.round)).toEqual([50, -0]);
    expect(bottom?.map(Math.round)).toEqual([0, 100]);
    expect(left?.map(Math.round)).toEqual([-50, 0]);
  });
});
