import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, type Schemas } from '@/api/client';
import { inLanguage } from '@/shared/lib/labels';
import { problemText } from '@/shared/lib/problem';
import { formatDate } from '@/shared/lib/vi';
import './i18n';
import type { Regime, Season, SeasonRow } from './queries';

/** "3 tham dự · 1 đã đề nghị lên hội đồng quốc gia": where the nominations of a season stand, in words. */
export function useCountsInWords(): (season: Pick<SeasonRow, 'status' | 'counts'>) => string {
  const { t } = useTranslation('awards');
  return useCallback(
    ({ status, counts }) => {
      if (status === 'planned') return t('counts.planned');
      if (counts.takingPart === 0) return t('counts.nobody');
      return [
        t('counts.takingPart', { count: counts.takingPart }),
        counts.forwarded > 0 && t('counts.forwarded', { count: counts.forwarded }),
        counts.notForwarded > 0 && t('counts.notForwarded', { count: counts.notForwarded }),
        counts.resultRecorded > 0 && t('counts.resultRecorded', { count: counts.resultRecorded }),
      ]
        .filter(Boolean)
        .join(' · ');
    },
    [t],
  );
}

/** What the regime leaves open, named as its reader knows it. */
export function useOpenPointName(regime: Regime): (point: Schemas['AwardOpenPoint']) => string {
  const { t } = useTranslation('awards');
  return ({ kind, code }) => {
    switch (kind) {
      case 'criterionPoints': {
        const criterion = regime.criteria.find((known) => known.code === code);
        return t('openPoints.criterionPoints', {
          name: criterion ? inLanguage(criterion.nameVi, criterion.nameEn) : code,
        });
      }
      case 'threshold':
        return t('openPoints.threshold', { name: t(`levels.${code as Schemas['AwardLevel']}`) });
      case 'reentryYears':
        return t('openPoints.reentryYears');
    }
  };
}

/** Figures of an explanation as they are written: dates as dates, the rest as it is. */
export function writtenArgs(args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value,
    ]),
  );
}

/** Why an act does not go now; codes among the figures are told by their names. */
export function useBlockedText(
  regime: Regime,
): (blocked: { code: string; args: Readonly<Record<string, unknown>> }) => string {
  const { t } = useTranslation('awards');
  const openPointName = useOpenPointName(regime);
  return ({ code, args }) => {
    const { title, detail } = problemText(new ApiError(409, { code, args }));
    const named = [
      ...listOf(args['parts']).map((part) => partName(regime, part)),
      ...listOf(args['reasons']).map((reason) =>
        t(`brief.${reason as 'noLegalPerson'}`, { defaultValue: reason }),
      ),
      ...listOf(args['openPoints']).map((point) => {
        const [kind, of] = point.split('/');
        return openPointName({ kind: kind as Schemas['AwardOpenPointKind'], code: of ?? null });
      }),
    ];
    return named.length > 0 ? `${title}: ${named.join('; ')}. ${detail}` : `${title}. ${detail}`;
  };
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

export function partName(regime: Regime, code: string): string {
  const part = regime.dossierParts.find((known) => known.code === code);
  return part ? inLanguage(part.nameVi, part.nameEn) : code;
}

/** The texts behind a condition; the waiting time of a winner has a source of its own. */
export function sourceOf(condition: Schemas['AwardCondition'], season: Season): string {
  return condition === 'reentry' && season.reentrySource != null
    ? season.reentrySource
    : season.regime.legalBasis.join('; ');
}

/** Levels that rounds of the season's year know. */
export function levelsOf(regime: Regime, year: number): Regime['thresholds'] {
  return regime.thresholds.filter(
    ({ firstYear, lastYear }) => year >= (firstYear ?? year) && year <= (lastYear ?? year),
  );
}

export function holdsIn({ firstYear, lastYear }: Regime, year: number): boolean {
  return year >= (firstYear ?? year) && year <= (lastYear ?? year);
}
