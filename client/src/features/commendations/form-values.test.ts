import { describe, expect, it } from 'vitest';
import { contentForm, proposalForm, toInput, toRequest, toValues, type FormValues } from './form-values';

const PROGRAM = '01a207c6-11aa-7f00-8c1d-2e3f4a5b6c7d';

const filled: FormValues = {
  ...toValues(undefined, 2022, PROGRAM),
  name: ' Phòng Quản lý chất lượng ',
  form: 'provinceMerit',
  achievement: 'Áp dụng 5S',
};

const form = proposalForm((programId) => (programId === PROGRAM ? { from: 2021, to: 2025 } : undefined));

const faultsOf = (values: FormValues) =>
  (form.safeParse(values).error?.issues ?? []).map(({ path }) => path.join('.'));

describe('the form of a proposal', () => {
  it('takes what is required and nothing more', () => {
    expect(faultsOf(filled)).toEqual([]);
    expect(toRequest(form.parse(filled))).toEqual({
      programId: PROGRAM,
      year: 2022,
      proposal: {
        kind: 'collective',
        name: 'Phòng Quản lý chất lượng',
        form: 'provinceMerit',
        achievement: 'Áp dụng 5S',
        agency: null,
        enterpriseId: null,
      },
    });
  });

  it('asks for everything that is missing at once', () => {
    expect(
      faultsOf({ ...filled, programId: null, year: null, name: ' ', form: null, achievement: '' }),
    ).toEqual(['name', 'form', 'achievement', 'programId', 'year']);
  });

  it.each([
    [2020, ['year']],
    [2021, []],
    [2025, []],
    [2026, ['year']],
  ])('holds the year %i against the period of the programme', (year, faults) => {
    expect(faultsOf({ ...filled, year })).toEqual(faults);
  });

  it('leaves a year to the server while the period is not known', () => {
    expect(faultsOf({ ...filled, programId: 'another', year: 2030 })).toEqual([]);
  });

  it('corrects without the programme and the year, which stay', () => {
    expect(toInput(contentForm.parse({ ...filled, agency: 'Sở Công Thương' }))).toEqual({
      kind: 'collective',
      name: 'Phòng Quản lý chất lượng',
      form: 'provinceMerit',
      achievement: 'Áp dụng 5S',
      agency: 'Sở Công Thương',
      enterpriseId: null,
    });
  });
});
