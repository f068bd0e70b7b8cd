import { t } from 'i18next';
import { z } from 'zod';
import type { Season, SeasonInput } from './queries';
import { DEADLINE_KINDS, type DeadlineKind } from './status';

const months = z.number().int().min(0).max(1_200).nullable();
const lastDay = z.iso.date().nullable();

export const seasonForm = z
  .object({
    year: z.number().int().min(1996).max(2200),
    title: z.string().trim().min(1).max(300),
    programId: z.string().nullable(),
    registration: lastDay,
    dossier: lastDay,
    assessment: lastDay,
    forwarding: lastDay,
    reentryYears: z.number().int().min(0).max(20).nullable(),
    reentrySource: z.string().trim().max(500),
    operationMonths: months,
    productMarketMonths: months,
  })
  .superRefine((values, context) => {
    if (values.reentryYears !== null && values.reentrySource === '') {
      context.addIssue({ code: 'custom', path: ['reentrySource'], message: t('awards:form.sourceNeeded') });
    }
    const early = firstOutOfOrder(values);
    if (early !== null) {
      context.addIssue({ code: 'custom', path: [early], message: t('awards:form.deadlineOrder') });
    }
  });

export type SeasonForm = z.input<typeof seasonForm>;
export type SeasonFormOutput = z.output<typeof seasonForm>;

/** The first step that would end before one that comes before it. */
export function firstOutOfOrder(values: Record<DeadlineKind, string | null>): DeadlineKind | null {
  let latest = '';
  for (const kind of DEADLINE_KINDS) {
    const date = values[kind];
    if (date === null) continue;
    if (date < latest) return kind;
    latest = date;
  }
  return null;
}

export function toSeasonForm(season: Season | undefined, year: number): SeasonForm {
  const dateOf = (kind: DeadlineKind) => season?.deadlines.find((known) => known.kind === kind)?.date ?? null;
  return {
    year: season?.year ?? year,
    title: season?.title ?? '',
    programId: season?.programId ?? null,
    registration: dateOf('registration'),
    dossier: dateOf('dossier'),
    assessment: dateOf('assessment'),
    forwarding: dateOf('forwarding'),
    reentryYears: season?.reentryYears ?? null,
    reentrySource: season?.reentrySource ?? '',
    operationMonths: season?.operationMonths ?? null,
    productMarketMonths: season?.productMarketMonths ?? null,
  };
}

export function toSeasonInput(values: SeasonFormOutput): SeasonInput {
  return {
    year: values.year,
    title: values.title,
    programId: values.programId,
    reentryYears: values.reentryYears,
    reentrySource: values.reentrySource === '' ? null : values.reentrySource,
    operationMonths: values.operationMonths,
    productMarketMonths: values.productMarketMonths,
    deadlines: DEADLINE_KINDS.flatMap((kind) => {
      const date = values[kind];
      return date === null ? [] : [{ kind, date }];
    }),
  };
}
