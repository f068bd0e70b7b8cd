import { z } from 'zod';
import type { Schemas } from '@/api/client';
import { MAX_MONEY } from '@/shared/lib/vi';
import type { Enrollment } from './queries';

export const SOURCES = [
  'scienceBudget',
  'industrialExtension',
  'agroForestryExtension',
  'stateBudgetCentral',
  'stateBudgetLocal',
  'counterpart',
  'otherLawful',
] as const satisfies readonly Schemas['FundingSource'][];

const MAX_LINES = 50;

const money = z.number().int().min(0).max(MAX_MONEY).nullable();

const source = z.object({ source: z.enum(SOURCES), amount: money });

const line = z.object({
  itemCode: z.string().trim().max(40),
  unitKey: z.string().trim().max(120),
  unitName: z.string().trim().max(300),
  eligibleCost: money,
  otherPublicSupport: money,
  sources: z.array(source),
});

/** A draft may be unfinished anywhere; only what could not be stored at all is refused here. */
export const draftSchema = z.object({
  supportLines: z.array(line).max(MAX_LINES),
  statement: z.string().max(20_000),
  declarations: z.object({
    receivesOtherPublicSupport: z.enum(['yes', 'no']).nullable(),
    otherPublicSupportDetails: z.string().max(2_000),
    commitsCounterpart: z.boolean(),
  }),
});

export type Draft = z.input<typeof draftSchema>;
export type DraftLine = Draft['supportLines'][number];
type DraftSource = DraftLine['sources'][number];

export function emptyLine(): DraftLine {
  return {
    itemCode: '',
    unitKey: '',
    unitName: '',
    eligibleCost: null,
    otherPublicSupport: null,
    sources: [],
  };
}

export function toDraft(enrollment: Enrollment): Draft {
  const { declarations } = enrollment;
  const receives = declarations.receivesOtherPublicSupport;
  return {
    supportLines: enrollment.supportLines.map((row) => ({
      itemCode: row.itemCode,
      unitKey: row.unitKey,
      unitName: row.unitName,
      eligibleCost: row.eligibleCost,
      otherPublicSupport: row.otherPublicSupport === 0 ? null : row.otherPublicSupport,
      sources: row.sources.map((part) => ({ ...part })),
    })),
    statement: enrollment.statement ?? '',
    declarations: {
      receivesOtherPublicSupport: receives == null ? null : receives ? 'yes' : 'no',
      otherPublicSupportDetails: declarations.otherPublicSupportDetails ?? '',
      commitsCounterpart: declarations.commitsCounterpart,
    },
  };
}

/**
 * Lines that can be stored, with the place each has in the form. A line without item or unit stays in the form until it
 * has them; sources that do not add up yet are kept back, because the API takes them all or none.
 */
export function storableLines(draft: Draft): { line: Schemas['SupportLineInput']; formIndex: number }[] {
  return draft.supportLines.flatMap((row, formIndex) => {
    const itemCode = row.itemCode.trim();
    const unitName = row.unitName.trim();
    const unitKey = row.unitKey.trim() === '' ? unitKeyOf(unitName) : row.unitKey.trim();
    if (itemCode === '' || unitKey === '') return [];
    const sources = row.sources.flatMap((part) =>
      part.amount === null || part.amount === 0 ? [] : [{ source: part.source, amount: part.amount }],
    );
    return [
      {
        formIndex,
        line: {
          itemCode,
          unitKey,
          unitName,
          eligibleCost: row.eligibleCost ?? 0,
          otherPublicSupport: row.otherPublicSupport ?? 0,
          sources: remaining(row) === 0 ? sources : [],
        },
      },
    ];
  });
}

/** A unit that has no code of a catalogue is known by its name. */
export function unitKeyOf(unitName: string): string {
  return unitName.normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, 120);
}

export function toRequest(draft: Draft): Schemas['UpdateEnrollmentRequest'] {
  const { declarations } = draft;
  const receives = declarations.receivesOtherPublicSupport;
  return {
    supportLines: storableLines(draft).map(({ line: stored }) => stored),
    statement: draft.statement.trim() === '' ? null : draft.statement,
    declarations: {
      receivesOtherPublicSupport: receives === null ? null : receives === 'yes',
      otherPublicSupportDetails:
        declarations.otherPublicSupportDetails.trim() === '' ? null : declarations.otherPublicSupportDetails,
      commitsCounterpart: declarations.commitsCounterpart,
    },
  };
}

/** API path → form path: the API counts stored lines only. */
export function renameOf(draft: Draft): Record<string, string> {
  const fields = [
    'itemCode',
    'unitKey',
    'unitName',
    'eligibleCost',
    'otherPublicSupport',
    'sources',
  ] as const;
  return Object.fromEntries(
    storableLines(draft).flatMap(({ formIndex }, apiIndex) =>
      fields.map((field) => [
        `supportLines.${apiIndex}.${field}`,
        `supportLines.${formIndex}.${field === 'unitKey' ? 'unitName' : field === 'sources' ? 'eligibleCost' : field}`,
      ]),
    ),
  );
}

export function sourcesSum(sources: readonly DraftSource[]): number {
  return sources.reduce((sum, part) => sum + (part.amount ?? 0), 0);
}

/** What of the cost has no source yet; negative when the sources are more than the cost. */
export function remaining(row: Pick<DraftLine, 'eligibleCost' | 'sources'>): number {
  return (row.eligibleCost ?? 0) - sourcesSum(row.sources);
}

/** Lines that are not stored as they stand: without item or unit, or with sources that do not add up. */
export function openPoints(draft: Draft): { line: number; what: 'incomplete' | 'sources' }[] {
  return draft.supportLines.flatMap((row, index) => {
    const isIncomplete = row.itemCode.trim() === '' || row.unitName.trim() === '';
    if (!isIncomplete && remaining(row) === 0) return [];
    return [{ line: index + 1, what: isIncomplete ? 'incomplete' : 'sources' }];
  });
}
