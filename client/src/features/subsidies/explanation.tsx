import { Anchor, Text, Title } from '@mantine/core';
import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import { formatRate, formatVnd, vndInWords } from '@/shared/lib/vi';
import { StatusBadge, type Tone } from '@/shared/ui/status-badge';
import classes from './explanation.module.css';
import { formulaOf, isTelling, quotesOf, type Formula } from './formula';
import './i18n';
import type { Breakdown, BreakdownLine, BreakdownStep } from './queries';

const TONES: Record<BreakdownLine['outcome'], Tone> = {
  granted: 'approved',
  cappedByItem: 'approved',
  cappedByCumulative: 'supplement',
  cappedByEnterprise: 'supplement',
  cappedByProgram: 'supplement',
  deferredForBudget: 'supplement',
  ineligible: 'rejected',
  notStated: 'neutral',
  zero: 'neutral',
};

type ExplanationProps = {
  breakdown: Breakdown;
  /** Titles of the policy items by code, in the language of the screen. */
  itemTitles: ReadonlyMap<string, string>;
  /** In words, what these figures are: an estimate, preliminary, final. */
  standing: string;
};

/** Every đồng of a calculation with the step and the clause it comes from; the same on a dossier and in the calculator. */
export function SubsidyExplanation({ breakdown, itemTitles, standing }: ExplanationProps) {
  const { t } = useTranslation('subsidies');
  const { total, totalInWords, counterpartTotal, lines, policyVersion } = breakdown;
  return (
    <div className={classes.explanation}>
      <div className={classes.total}>
        <Text size="sm" c="dimmed">
          {standing}
        </Text>
        {total == null ? (
          <Text fw={600}>{t('totalNotStated')}</Text>
        ) : (
          <>
            <Text fz={28} fw={600} lh={1.35} className="tabular">
              {formatVnd(total)}
            </Text>
            <Text size="sm" lang="vi">
              {totalInWords ?? vndInWords(total)}
            </Text>
          </>
        )}
        {counterpartTotal != null && (
          <Text size="sm" c="dimmed">
            {t('counterpartTotal', { amount: formatVnd(counterpartTotal) })}
          </Text>
        )}
      </div>
      {lines.map((line) => (
        <LineExplanation
          key={`${line.itemCode} ${line.unitKey}`}
          line={line}
          title={itemTitles.get(line.itemCode) ?? line.itemCode}
        />
      ))}
      <Text size="sm" c="dimmed" component="div">
        <span lang="vi">
          {t('policy', {
            document: policyVersion.legalBasis.document,
            clause: policyVersion.legalBasis.clause,
          })}
        </span>
        <br />
        {t('hash')} <code className={classes.hash}>{breakdown.hash}</code>
      </Text>
    </div>
  );
}

function LineExplanation({ line, title }: { line: BreakdownLine; title: string }) {
  const { t } = useTranslation('subsidies');
  const formula = formulaOf(line);
  const quotes = quotesOf(line);
  const telling = line.steps.filter(isTelling);
  const others = line.steps.filter((step) => !isTelling(step));
  return (
    <article className={classes.line}>
      <div className={classes.head}>
        <div>
          <Title order={3} fz={15} lh={1.45}>
            {line.unitName ?? line.unitKey}
          </Title>
          <Text size="sm" c="dimmed">
            {title}
          </Text>
        </div>
        <div className={classes.amount}>
          <Text fw={600} fz={18} className="tabular">
            {line.amount == null ? t('notStated') : formatVnd(line.amount)}
          </Text>
          <StatusBadge tone={TONES[line.outcome]}>{t(`outcomes.${line.outcome}`)}</StatusBadge>
        </div>
      </div>
      {formula && <FormulaLine formula={formula} />}
      {line.counterpart != null && (
        <Text size="sm">
          {t('counterpart', { cost: formatVnd(line.eligibleCost), amount: formatVnd(line.counterpart) })}
        </Text>
      )}
      <Steps steps={telling} quotes={quotes} />
      {others.length > 0 && (
        <details className={classes.more}>
          <summary>
            <Anchor component="span" size="sm">
              {t('moreSteps', { count: others.length })}
            </Anchor>
          </summary>
          <Steps steps={others} quotes={quotes} />
        </details>
      )}
    </article>
  );
}

function FormulaLine({ formula }: { formula: Formula }) {
  const { t } = useTranslation('subsidies');
  const { base, rate, computed, cap, amount } = formula;
  const parts = [
    rate === null
      ? t('formula.fixed', { amount: formatVnd(computed) })
      : t('formula.rate', { rate: formatRate(rate), base: formatVnd(base), result: formatVnd(computed) }),
    cap === null ? null : t(computed > cap ? 'formula.cut' : 'formula.within', { cap: formatVnd(cap) }),
    t('formula.granted', { amount: formatVnd(amount) }),
  ];
  return <Text className={clsx(classes.formula, 'tabular')}>{parts.filter(Boolean).join(' → ')}</Text>;
}

type StepsProps = { steps: readonly BreakdownStep[]; quotes: ReadonlyMap<BreakdownStep['rule'], string> };

function Steps({ steps, quotes }: StepsProps) {
  const { t } = useTranslation('subsidies');
  return (
    <ol className={classes.steps}>
      {steps.map((step) => (
        <li key={step.rule}>
          <div>
            <strong>{t(`rules.${step.rule}`)}.</strong> {step.explanation}
            {step.isDefault && <> {t('default')}</>}
            {quotes.has(step.rule) && (
              <blockquote className={classes.clause} lang="vi">
                {quotes.get(step.rule)}
              </blockquote>
            )}
            <Text size="xs" c="dimmed" component="span" display="block" lang="vi">
              {t('basis', { clause: step.legalBasis.clause, document: step.legalBasis.document })}
            </Text>
          </div>
          <span className="num">{step.output == null ? t('notStated') : formatVnd(step.output)}</span>
        </li>
      ))}
    </ol>
  );
}
