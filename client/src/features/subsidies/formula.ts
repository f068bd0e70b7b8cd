import type { BreakdownLine, BreakdownStep } from './queries';

export type Formula = {
  base: number;
  /** Hundredths of a percent; null for a fixed amount. */
  rate: number | null;
  /** After rate and rounding, before any limit. */
  computed: number;
  /** The cap of the item, whether it cut or not. */
  cap: number | null;
  amount: number;
};

function numberOf(step: BreakdownStep | undefined, name: string): number | null {
  const value = step?.explanationArgs[name];
  return typeof value === 'number' ? value : null;
}

/** The line in one row of figures – base × rate, the cap, the amount; null where the text states too little for one. */
export function formulaOf(line: BreakdownLine): Formula | null {
  const byRule = (rule: BreakdownStep['rule']) => line.steps.find((step) => step.rule === rule);
  const rateStep = byRule('rate');
  const computed = byRule('rounding')?.output ?? rateStep?.output;
  if (!rateStep || computed == null || line.amount == null) return null;
  return {
    base: rateStep.input,
    rate: numberOf(rateStep, 'rate'),
    computed,
    cap: numberOf(byRule('itemCap'), 'cap'),
    amount: line.amount,
  };
}

/** Steps that changed the figure or give it its legal ground; the others only say that nothing stood in the way. */
export function isTelling(step: BreakdownStep): boolean {
  return step.output !== step.input || step.rule === 'rate' || step.rule === 'itemCap';
}

/** The sentence of the provision under each step that rests on it; a sentence of several steps stands under the most telling. */
export function quotesOf(line: BreakdownLine): Map<BreakdownStep['rule'], string> {
  const quotes = new Map<BreakdownStep['rule'], string>();
  const quoted = new Set<string>();
  for (const step of [...line.steps.filter(isTelling), ...line.steps.filter((other) => !isTelling(other))]) {
    const { text } = step.legalBasis;
    if (!text || quoted.has(text)) continue;
    quoted.add(text);
    quotes.set(step.rule, text);
  }
  return quotes;
}
