import type { TFunction } from 'i18next';
import { formatDecimal, formatRate, formatVnd, formatVndShort } from '@/shared/lib/vi';
import { inLanguage } from '@/shared/lib/labels';
import type { Measure, PolicyItem, ReportObligation, Target } from './types';

type T = TFunction<'programs'>;

const MONEY_UNIT = 'vnd';

function quantity(value: number, unit: string): string {
  return unit === MONEY_UNIT ? formatVnd(value) : formatDecimal(value);
}

/** "từ 10 đến 20 doanh nghiệp": operator, bounds and unit of a target in words. */
export function measureInWords(measure: Measure, t: T): string {
  const { operator, approximate, low, high, unit } = measure;
  const values = {
    low: quantity(low, unit.code),
    high: high == null ? '' : quantity(high, unit.code),
    // The đồng sign already stands with the number.
    unit: unit.code === MONEY_UNIT ? '' : inLanguage(unit.nameVi, unit.nameEn),
  };
  const key =
    operator === 'range' || operator === 'atLeast'
      ? (`measure.${operator}${approximate ? 'Approximate' : ''}` as const)
      : (`measure.${operator === 'equals' && approximate ? 'approximately' : operator}` as const);
  return t(key, values).trim();
}

/** For which time a target counts. */
export function periodInWords(target: Pick<Target, 'period' | 'year'>, t: T): string {
  return target.year == null ? t(`period.${target.period}`) : t('period.ofYear', { year: target.year });
}

/** "trước ngày 30/11" – the day itself is late – or "chậm nhất ngày 30/11"; null where no day is set. */
export function dueInWords(report: Pick<ReportObligation, 'dueMonthDay' | 'inclusive'>, t: T): string | null {
  const [month, day] = (report.dueMonthDay ?? '').split('-');
  if (!month || !day) return null;
  return t(report.inclusive ? 'due.by' : 'due.before', { date: `${day}/${month}` });
}

/** What a policy item gives, in one plain sentence. */
export function supportInWords(item: PolicyItem, t: T): string {
  if (item.fundingMode === 'stateRun') {
    return item.rate == null
      ? t('policy.stateRunNoRate')
      : t('policy.stateRun', { rate: formatRate(item.rate) });
  }
  if (item.calculation === 'fixedAmount') {
    if (item.fixedAmount != null) return t('policy.fixed', { amount: shortAmount(item.fixedAmount, t) });
    return t(
      item.notStated.includes('fixedAmount') || item.notStated.includes('fixedAmounts')
        ? 'policy.fixedNotStated'
        : 'policy.fixedByLevel',
    );
  }
  const rate =
    item.rate == null ? t('policy.rateNotStated') : t('policy.rate', { rate: formatRate(item.rate) });
  return `${rate}, ${capInWords(item, t)}.`;
}

/** A round amount as people say it: "45 triệu đồng", "1,3 tỷ đồng", "VND 45 million". */
function shortAmount(amount: number, t: T): string {
  const millions = amount / 1_000_000;
  const isRound = millions >= 1 && Number.isInteger(millions * 100);
  const english = isRound ? t('policy.millions', { amount: formatDecimal(millions) }) : formatVnd(amount);
  return inLanguage(formatVndShort(amount), english);
}

function capInWords(item: PolicyItem, t: T): string {
  if (item.cap == null) return t(item.notStated.includes('cap') ? 'policy.capNotStated' : 'policy.noCap');
  const amount = shortAmount(item.cap, t);
  return item.capUnit == null
    ? t('policy.cap', { amount })
    : t('policy.capPer', { amount, unit: t(`capUnit.${item.capUnit}`) });
}
