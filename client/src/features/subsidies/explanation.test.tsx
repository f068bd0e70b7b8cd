import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { renderUi } from '@/test/render';
import { SubsidyExplanation } from './explanation';
import { formulaOf, quotesOf } from './formula';
import type { Breakdown, BreakdownLine, BreakdownStep } from './queries';

const CLAUSE = 'Hỗ trợ 50% chi phí, không quá 45 triệu đồng/hệ thống';

function step(rule: BreakdownStep['rule'], input: number, output: number | null, args = {}): BreakdownStep {
  return {
    rule,
    input,
    output,
    explanation: `Câu của bước ${rule}.`,
    explanationCode: `subsidies.${rule}`,
    explanationArgs: args,
    isDefault: false,
    legalBasis: { document: 'Kế hoạch', clause: 'mục III.2.2', text: rule === 'rate' ? CLAUSE : null },
  };
}

/** 99 million at 50 %, capped at 45 million (S3.47, S4.21). */
const line: BreakdownLine = {
  itemCode: 'P50-CERT',
  unitKey: 'iso22000',
  unitName: 'TCVN ISO 22000:2018',
  eligibleCost: 99_000_000,
  otherPublicSupport: 0,
  amount: 45_000_000,
  counterpart: 54_000_000,
  outcome: 'cappedByItem',
  reason: null,
  steps: [
    step('eligibility', 99_000_000, 99_000_000),
    step('rate', 99_000_000, 49_500_000, { rate: 5000, base: 99_000_000 }),
    step('rounding', 49_500_000, 49_500_000),
    step('itemCap', 49_500_000, 45_000_000, { cap: 45_000_000 }),
    step('budget', 45_000_000, 45_000_000),
  ],
};

const breakdown: Breakdown = {
  policyVersion: {
    programCode: 'KT2021',
    version: 1,
    effectiveFrom: '2021-01-01',
    legalBasis: { document: 'Kế hoạch', clause: 'mục III' },
  },
  lines: [line],
  total: 45_000_000,
  totalInWords: 'Bốn mươi lăm triệu đồng',
  counterpartTotal: 54_000_000,
  hash: 'abc123',
};

const titles = new Map([['P50-CERT', 'Chứng nhận hệ thống quản lý']]);

describe('formula', () => {
  it('reads base, rate, cap and amount from the steps', () => {
    expect(formulaOf(line)).toEqual({
      base: 99_000_000,
      rate: 5000,
      computed: 49_500_000,
      cap: 45_000_000,
      amount: 45_000_000,
    });
  });

  it('is not written where the text states too little', () => {
    const silent = { ...line, amount: null, steps: [step('rate', 99_000_000, null)] };
    expect(formulaOf(silent)).toBeNull();
  });

  it('quotes each sentence once, under the step that tells most', () => {
    const eligibility = step('eligibility', 1, 1);
    const shared = { ...eligibility, legalBasis: { ...eligibility.legalBasis, text: CLAUSE } };
    expect([...quotesOf({ ...line, steps: [shared, ...line.steps] })]).toEqual([['rate', CLAUSE]]);
  });
});

describe('explanation', () => {
  it('says amount, words, formula and clause', async () => {
    renderUi(<SubsidyExplanation breakdown={breakdown} itemTitles={titles} standing="Tạm tính" />);
    expect(screen.getByText('Bốn mươi lăm triệu đồng')).toBeVisible();
    const article = within(screen.getByRole('article'));
    expect(
      article.getByText(/50% × 99\.000\.000\s₫ = 49\.500\.000\s₫ → vượt mức tối đa 45\.000\.000\s₫/),
    ).toBeVisible();
    expect(article.getByText(CLAUSE)).toBeVisible();
    expect(article.getByText('Bằng mức tối đa')).toBeVisible();
    expect(article.getByText('3 bước kiểm tra khác, không làm thay đổi số tiền')).toBeVisible();
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('names no total where one line is not stated', () => {
    renderUi(
      <SubsidyExplanation
        breakdown={{ ...breakdown, total: null, totalInWords: null }}
        itemTitles={titles}
        standing="Tạm tính"
      />,
    );
    expect(screen.getByText(/Chưa tính được tổng/)).toBeVisible();
  });
});
