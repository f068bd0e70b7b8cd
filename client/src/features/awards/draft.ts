import { t } from 'i18next';
import { z } from 'zod';
import type { Nomination, NominationContent, Regime } from './queries';
import { ACTIVITIES } from './status';

const MAX_EVIDENCE = 30;
const EVIDENCE_MAX_LENGTH = 500;
const TEXT_MAX_LENGTH = 8_000;
const MAX_EMPLOYEES = 1_000_000;

const answer = z.enum(['yes', 'no']).nullable();

/** What an organization writes of itself; it may be unfinished anywhere. Points end where the criterion ends. */
export function draftSchema(regime: Regime) {
  const entry = z
    .object({
      criterion: z.string(),
      points: z.number().int().min(0).nullable(),
      text: z.string().max(TEXT_MAX_LENGTH),
      /** One per line. */
      evidence: z.string().superRefine((lines, context) => {
        const evidence = linesOf(lines);
        if (evidence.length > MAX_EVIDENCE) {
          context.addIssue({
            code: 'custom',
            message: t('awards:self.tooManyLines', { count: MAX_EVIDENCE }),
          });
        } else if (evidence.some((line) => line.length > EVIDENCE_MAX_LENGTH)) {
          context.addIssue({
            code: 'custom',
            message: t('awards:self.lineTooLong', { count: EVIDENCE_MAX_LENGTH }),
          });
        }
      }),
    })
    .superRefine(({ criterion, points }, context) => {
      const max = maxOf(regime, criterion);
      if (points !== null && points > max) {
        context.addIssue({
          code: 'custom',
          path: ['points'],
          message: t('awards:self.tooManyPoints', { max }),
        });
      }
    });
  return z.object({
    activity: z.enum(ACTIVITIES).nullable(),
    officialEmployees: z.number().int().min(0).max(MAX_EMPLOYEES).nullable(),
    declarations: z.object({
      isLegalPerson: answer,
      operatesContinuously: answer,
      hasViolation: answer,
      marketedSince: z.iso.date().nullable(),
    }),
    selfAssessment: z.array(entry),
  });
}

export type Draft = z.input<ReturnType<typeof draftSchema>>;
export type DraftEntry = Draft['selfAssessment'][number];
export type Declared = Exclude<keyof Draft['declarations'], 'marketedSince'>;

type Answer = z.infer<typeof answer>;

const toAnswer = (value: boolean | null | undefined): Answer => (value == null ? null : value ? 'yes' : 'no');
const fromAnswer = (value: Answer): boolean | null => (value === null ? null : value === 'yes');

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function maxOf(regime: Regime, criterion: string): number {
  return regime.criteria.find(({ code }) => code === criterion)?.maxPoints ?? regime.maxPoints;
}

/** Every criterion of the regime has its place, in its order, whether something stands there or not. */
export function toDraft(
  nomination: Pick<Nomination, 'activity' | 'officialEmployees' | 'declarations' | 'selfAssessment'>,
  regime: Regime,
): Draft {
  const { declarations } = nomination;
  return {
    activity: nomination.activity ?? null,
    officialEmployees: nomination.officialEmployees ?? null,
    declarations: {
      isLegalPerson: toAnswer(declarations.isLegalPerson),
      operatesContinuously: toAnswer(declarations.operatesContinuously),
      hasViolation: toAnswer(declarations.hasViolation),
      marketedSince: declarations.marketedSince ?? null,
    },
    selfAssessment: regime.criteria.map(({ code }) => {
      const own = nomination.selfAssessment.find(({ criterion }) => criterion === code);
      return {
        criterion: code,
        points: own?.points ?? null,
        text: own?.text ?? '',
        evidence: (own?.evidence ?? []).join('\n'),
      };
    }),
  };
}

/** All criteria are named: what was emptied on the screen is emptied on record. */
export function toContent({
  activity,
  officialEmployees,
  declarations,
  selfAssessment,
}: Draft): NominationContent {
  return {
    activity,
    officialEmployees,
    declarations: {
      isLegalPerson: fromAnswer(declarations.isLegalPerson),
      operatesContinuously: fromAnswer(declarations.operatesContinuously),
      hasViolation: fromAnswer(declarations.hasViolation),
      marketedSince: declarations.marketedSince,
    },
    selfAssessment: selfAssessment.map(({ criterion, points, text, evidence }) => ({
      criterion,
      points,
      text: text.trim() === '' ? null : text,
      evidence: linesOf(evidence),
    })),
  };
}

/** The sum so far, and of how many criteria both points and text are written. */
export function tally(entries: readonly Pick<DraftEntry, 'points' | 'text'>[]): {
  points: number;
  complete: number;
} {
  return {
    points: entries.reduce((sum, { points }) => sum + (points ?? 0), 0),
    complete: entries.filter(({ points, text }) => points !== null && text.trim() !== '').length,
  };
}
