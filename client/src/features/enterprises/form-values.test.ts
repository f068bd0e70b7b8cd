import { expect, it } from 'vitest';
import { enterpriseForm, lastFullYear, toForm, toInput, toSizeQuestion } from './form-values';
import type { Enterprise } from './queries';

const TODAY = '2022-10-03';

const GINSENG: Enterprise = {
  id: '0198a000-0000-7000-8000-000000000010',
  province: 'konTum',
  taxCode: '6101234567',
  taxCodeKind: 'enterprise',
  name: 'Công ty cổ phần Sâm Ngọc Linh Tu Mơ Rông Kon Tum',
  organizationType: 'enterprise',
  districtCode: '617',
  sectorCode: 'ngocLinhGinseng',
  declaredFacts: {
    field: 'agricultureIndustryConstruction',
    year: 2021,
    insuredEmployees: 45,
    annualRevenue: 12_000_000_000,
  },
  products: [],
  sites: [{ id: '0198a000-0000-7000-8000-000000000011', name: 'Vườn sâm', districtCode: '617' }],
  certificates: [],
  sizeLegs: [],
};

it('proposes the figures of the last full year', () => {
  expect(lastFullYear(TODAY)).toBe(2021);
});

it('sends back what was read, with empty texts as null', () => {
  const input = toInput(enterpriseForm.parse(toForm(GINSENG, TODAY)));
  expect(input).toMatchObject({
    taxCode: '6101234567',
    address: null,
    email: null,
    taxCodeOverrideReason: null,
    declaredFacts: { year: 2021, insuredEmployees: 45, annualRevenue: 12_000_000_000, totalCapital: null },
    sites: [{ id: '0198a000-0000-7000-8000-000000000011', name: 'Vườn sâm', address: null }],
  });
});

it('leaves figures out that belong to no field of business', () => {
  const form = toForm(undefined, TODAY);
  const input = toInput(
    enterpriseForm.parse({ ...form, taxCode: '1', name: 'A', districtCode: '617', sectorCode: 'other' }),
  );
  expect(input.declaredFacts).toBeNull();
});

it('refuses a broken e-mail address and takes none', () => {
  const form = { ...toForm(GINSENG, TODAY), email: 'sam@' };
  expect(enterpriseForm.safeParse(form).success).toBe(false);
  expect(enterpriseForm.safeParse({ ...form, email: '' }).success).toBe(true);
});

it('asks for the size class only when it can be told', () => {
  const form = toForm(GINSENG, TODAY);
  expect(toSizeQuestion(form, TODAY)).toEqual({
    field: 'agricultureIndustryConstruction',
    insuredEmployees: 45,
    annualRevenue: 12_000_000_000,
    totalCapital: null,
    asOf: TODAY,
  });
  expect(toSizeQuestion({ ...form, organizationType: 'cooperative' }, TODAY)).toBeNull();
  expect(
    toSizeQuestion({ ...form, declaredFacts: { ...form.declaredFacts, annualRevenue: null } }, TODAY),
  ).toBeNull();
});
