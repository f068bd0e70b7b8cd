import i18n from 'i18next';
import { describe, expect, it } from 'vitest';
import './i18n';
import type { PolicyItem } from './types';
import { dueInWords, measureInWords, periodInWords, supportInWords } from './words';

const t = i18n.getFixedT('vi', 'programs');
const PERSON = { code: 'person', nameVi: 'người', nameEn: 'persons' };
const ENTERPRISE = { code: 'enterprise', nameVi: 'doanh nghiệp', nameEn: 'enterprises' };
const VND = { code: 'vnd', nameVi: 'đồng', nameEn: 'VND' };

describe('a target in words', () => {
  // The sentences are those of the plan, mục I.2.
  it.each([
    [{ operator: 'atLeast', approximate: true, low: 10, unit: PERSON }, 'khoảng từ 10 người trở lên'],
    [
      { operator: 'range', approximate: false, low: 10, high: 20, unit: ENTERPRISE },
      'từ 10 đến 20 doanh nghiệp',
    ],
    [
      { operator: 'range', approximate: true, low: 10, high: 20, unit: ENTERPRISE },
      'khoảng 10 đến 20 doanh nghiệp',
    ],
    [{ operator: 'equals', approximate: false, low: 1, unit: ENTERPRISE }, '1 doanh nghiệp'],
    [{ operator: 'approximately', approximate: false, low: 5, unit: ENTERPRISE }, 'khoảng 5 doanh nghiệp'],
    [{ operator: 'atMost', approximate: false, low: 491_300_000, unit: VND }, 'không quá 491.300.000\u00a0₫'],
  ] as const)('%j', (measure, words) => {
    expect(measureInWords(measure, t)).toBe(words);
  });

  it('says for which time it counts', () => {
    expect(periodInWords({ period: 'year' }, t)).toBe('mỗi năm');
    expect(periodInWords({ period: 'year', year: 2019 }, t)).toBe('năm 2019');
    expect(periodInWords({ period: 'program' }, t)).toBe('cả chương trình');
  });
});

describe('the day of a report', () => {
  it('is late itself where the text says before', () => {
    expect(dueInWords({ dueMonthDay: '11-30', inclusive: false }, t)).toBe('trước ngày 30/11');
  });
  it('is still in time where it is included', () => {
    expect(dueInWords({ dueMonthDay: '06-30', inclusive: true }, t)).toBe('chậm nhất ngày 30/06');
  });
  it('may not be set', () => {
    expect(dueInWords({ dueMonthDay: null, inclusive: false }, t)).toBeNull();
  });
});

describe('a policy item in words', () => {
  const item = {
    calculation: 'rate',
    fundingMode: 'reimbursement',
    rate: 5000,
    cap: 45_000_000,
    capUnit: 'system',
    notStated: [] as string[],
  } as PolicyItem;
  it.each([
    [{}, 'Hỗ trợ 50% kinh phí, tối đa không quá 45 triệu đồng/hệ thống.'],
    [
      { rate: 10_000, cap: 10_000_000, capUnit: 'product' },
      'Hỗ trợ 100% kinh phí, tối đa không quá 10 triệu đồng/sản phẩm.',
    ],
    [{ cap: null, capUnit: null }, 'Hỗ trợ 50% kinh phí, văn bản không đặt mức tối đa.'],
    [
      { cap: null, capUnit: null, notStated: ['cap'] },
      'Hỗ trợ 50% kinh phí, mức tối đa chưa nêu trong văn bản.',
    ],
    [
      { rate: null, notStated: ['rate'] },
      'Tỷ lệ hỗ trợ chưa nêu trong văn bản, tối đa không quá 45 triệu đồng/hệ thống.',
    ],
    [
      { calculation: 'fixedAmount', rate: null, cap: null, fixedAmount: null, notStated: ['fixedAmounts'] },
      'Hỗ trợ một khoản cố định; số tiền chưa nêu trong văn bản.',
    ],
  ] as [Partial<PolicyItem>, string][])('%j', (change, words) => {
    expect(supportInWords({ ...item, ...change }, t)).toBe(words);
  });

  it('says that the state runs an activity itself', () => {
    expect(supportInWords({ ...item, fundingMode: 'stateRun', rate: 10_000 }, t)).toBe(
      'Nhà nước bảo đảm 100% kinh phí và trực tiếp tổ chức thực hiện; doanh nghiệp không phải lập hồ sơ đề nghị.',
    );
  });
});
