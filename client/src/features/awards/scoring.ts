import type { Nomination, Regime, StageDetails } from './queries';

/** Mean of the sheets in hundredths of a point, as points. */
export function fromHundredths(average: number): number {
  return average / 100;
}

export type Comparison = {
  criterion: string;
  max: number;
  own: number | null;
  /** Mean points on the dossier and on site; null while the stage is open. */
  dossier: number | null;
  site: number | null;
};

/** What the organization gave itself beside what the assessors gave it, criterion by criterion. */
export function compare(
  regime: Regime,
  { selfAssessment, stages }: Pick<Nomination, 'selfAssessment' | 'stages'>,
): Comparison[] {
  const averageOf = (stage: StageDetails['stage'], criterion: string): number | null => {
    const result = stages.find((known) => known.stage === stage)?.result;
    const found = result?.criteria.find((known) => known.criterion === criterion);
    return found ? fromHundredths(found.average) : null;
  };
  return regime.criteria.map(({ code, maxPoints }) => ({
    criterion: code,
    max: maxPoints ?? regime.maxPoints,
    own: selfAssessment.find((entry) => entry.criterion === code)?.points ?? null,
    dossier: averageOf('dossier', code),
    site: averageOf('site', code),
  }));
}

/** Shares of the points of each criterion, 0 to 1; nothing where a value is missing anywhere. */
export function shares(rows: readonly Comparison[], of: 'own' | 'dossier' | 'site'): number[] | null {
  const values = rows.map((row) => (row[of] === null ? null : row[of] / row.max));
  return values.every((value) => value !== null) ? values : null;
}

/** Corners of a polygon: the first axis points up, the others follow clockwise. */
export function corners(values: readonly number[], radius: number): [number, number][] {
  return values.map((value, index) => {
    const angle = (2 * Math.PI * index) / values.length;
    return [Math.sin(angle) * value * radius, -Math.cos(angle) * value * radius];
  });
}
