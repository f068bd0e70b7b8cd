import { t } from 'i18next';
import { z } from 'zod';
import type { Commendation, CommendationInput, ProposeRequest } from './queries';
import { KINDS } from './status';

/** Years of a programme, both included. */
export type Period = { from: number; to: number };

/** What is said of a proposal. */
const content = {
  kind: z.enum(KINDS),
  name: z.string().trim().min(1).max(300),
  agency: z.string().trim().max(300),
  enterpriseId: z.string().nullable(),
  form: z.string().min(1),
  achievement: z.string().trim().min(1).max(8_000),
};

/** Of a proposal that exists: its programme and year are shown elsewhere and stay. */
export const contentForm = z.object({
  ...content,
  programId: z.string().nullable(),
  year: z.number().nullable(),
});

/** @param periodOf The years of a programme; undefined while they are not known. */
export const proposalForm = (periodOf: (programId: string) => Period | undefined) =>
  z
    .object({
      ...content,
      programId: z.string().min(1),
      year: z.number().int().min(1990).max(2200),
    })
    .superRefine(({ programId, year }, context) => {
      const period = periodOf(programId);
      if (period !== undefined && (year < period.from || year > period.to)) {
        context.addIssue({
          code: 'custom',
          path: ['year'],
          message: t('commendations:form.yearOutside', { from: period.from, to: period.to }),
        });
      }
    });

export type ContentValues = z.infer<typeof contentForm>;
type ContentInput = Omit<ContentValues, 'programId' | 'year'>;
export type ProposalValues = z.infer<ReturnType<typeof proposalForm>>;
export type FormValues = Omit<ContentInput, 'form'> & {
  form: string | null;
  programId: string | null;
  year: number | null;
};

export function toValues(
  proposal: Commendation | undefined,
  year: number,
  programId: string | null,
): FormValues {
  return {
    programId: proposal?.programId ?? programId,
    year: proposal?.year ?? year,
    kind: proposal?.kind ?? 'collective',
    name: proposal?.name ?? '',
    agency: proposal?.agency ?? '',
    enterpriseId: proposal?.enterpriseId ?? null,
    form: proposal?.form.code ?? null,
    achievement: proposal?.achievement ?? '',
  };
}

export function toInput({
  kind,
  name,
  agency,
  enterpriseId,
  form,
  achievement,
}: ContentInput): CommendationInput {
  return { kind, name, form, achievement, agency: agency === '' ? null : agency, enterpriseId };
}

export function toRequest(values: ProposalValues): ProposeRequest {
  return { programId: values.programId, year: values.year, proposal: toInput(values) };
}
