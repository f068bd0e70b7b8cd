import { describe, expect, it } from 'vitest';
import { concludedLines } from './acts';
import { emptyLine, openPoints, remaining, renameOf, storableLines, toRequest, type Draft } from './draft';

const certification = {
  itemCode: 'P50-CERT',
  unitKey: 'iso22000',
  unitName: 'TCVN ISO 22000:2018',
  eligibleCost: 99_000_000,
  otherPublicSupport: null,
  sources: [
    { source: 'scienceBudget' as const, amount: 45_000_000 },
    { source: 'counterpart' as const, amount: 54_000_000 },
  ],
};

function draft(change: Partial<Draft> = {}): Draft {
  return {
    supportLines: [certification],
    statement: '',
    declarations: {
      receivesOtherPublicSupport: null,
      otherPublicSupportDetails: '',
      commitsCounterpart: true,
    },
    ...change,
  };
}

describe('sources of a line', () => {
  it.each([
    ['are the cost', 99_000_000, 0],
    ['leave a rest', 120_000_000, 21_000_000],
    ['exceed the cost', 90_000_000, -9_000_000],
    ['stand without a cost', null, -99_000_000],
  ])('%s', (_case, eligibleCost, rest) => {
    expect(remaining({ ...certification, eligibleCost })).toBe(rest);
  });

  it('count nothing for an amount not typed yet', () => {
    expect(remaining({ eligibleCost: 5, sources: [{ source: 'counterpart', amount: null }] })).toBe(5);
  });
});

describe('what is stored of a draft', () => {
  it('is the line as written', () => {
    expect(toRequest(draft())).toEqual({
      supportLines: [{ ...certification, otherPublicSupport: 0 }],
      statement: null,
      declarations: {
        receivesOtherPublicSupport: null,
        otherPublicSupportDetails: null,
        commitsCounterpart: true,
      },
    });
  });

  it('keeps sources back until they are the cost', () => {
    const open = draft({ supportLines: [{ ...certification, eligibleCost: 100_000_000 }] });
    expect(storableLines(open)[0]?.line).toMatchObject({ eligibleCost: 100_000_000, sources: [] });
    expect(openPoints(open)).toEqual([{ line: 1, what: 'sources' }]);
  });

  it('leaves out a line without item or unit', () => {
    const open = draft({ supportLines: [emptyLine(), certification] });
    expect(storableLines(open).map(({ formIndex }) => formIndex)).toEqual([1]);
    expect(openPoints(open)).toEqual([{ line: 1, what: 'incomplete' }]);
  });

  it('names a unit without a code by its words', () => {
    const named = draft({
      supportLines: [{ ...certification, unitKey: '', unitName: '  Cà phê   rang xay ' }],
    });
    expect(storableLines(named)[0]?.line.unitKey).toBe('Cà phê rang xay');
  });

  it('finds its way back from the API to the field', () => {
    const open = draft({ supportLines: [emptyLine(), certification] });
    expect(renameOf(open)).toMatchObject({
      'supportLines.0.eligibleCost': 'supportLines.1.eligibleCost',
      'supportLines.0.unitKey': 'supportLines.1.unitName',
      'supportLines.0.sources': 'supportLines.1.eligibleCost',
    });
  });
});

describe("a council's conclusion", () => {
  const asked = [certification, { ...certification, unitKey: 'traceability', eligibleCost: 98_000_000 }];
  const written = {
    meetingOn: '2022-10-20',
    note: '',
    lines: [
      { proposedCost: 80_000_000, isConfirmed: true },
      { proposedCost: 98_000_000, isConfirmed: false },
    ],
  };

  it('takes every line as asked for', () => {
    expect(concludedLines(asked, { ...written, outcome: 'approve' })).toMatchObject([
      { proposedCost: 99_000_000, unitCountConfirmed: 1 },
      { proposedCost: 98_000_000, unitCountConfirmed: 1 },
    ]);
  });

  it('takes the lines as changed', () => {
    expect(concludedLines(asked, { ...written, outcome: 'approveWithChanges' })).toMatchObject([
      { proposedCost: 80_000_000, unitCountConfirmed: 1 },
      { proposedCost: 98_000_000, unitCountConfirmed: 0 },
    ]);
  });

  it('confirms nothing when it does not approve', () => {
    expect(concludedLines(asked, { ...written, outcome: 'notApprove' })).toMatchObject([
      { unitCountConfirmed: 0 },
      { unitCountConfirmed: 0 },
    ]);
  });
});
