import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/client';
import { setLanguage } from '@/i18n';
import { addProblemCodes, applyProblem, fillArgs, pointerToPath, problemText } from './problem';

addProblemCodes([
  {
    code: 'enterprise.taxCodeTaken',
    titleVi: 'Mã số thuế đã có',
    titleEn: 'The tax code is taken',
    detailVi: 'Doanh nghiệp {name} đã dùng mã số thuế {taxCode}.',
    detailEn: '{name} already uses the tax code {taxCode}.',
  },
  {
    code: 'input.outOfRange',
    titleVi: 'Giá trị phải từ {min} đến {max}',
    titleEn: 'The value must lie between {min} and {max}',
    detailVi: 'Nhập giá trị trong khoảng cho phép.',
    detailEn: 'Give a value in the range.',
  },
]);

const values = { taxCode: '', supportLines: [{ eligibleCost: 0 }] };

function form() {
  return { setError: vi.fn(), getValues: () => values } as unknown as Parameters<typeof applyProblem>[1] & {
    setError: ReturnType<typeof vi.fn>;
  };
}

describe('problemText', () => {
  const taken = new ApiError(409, {
    code: 'enterprise.taxCodeTaken',
    detail: 'Log text.',
    args: { name: 'Công ty Ánh Dương', taxCode: '0123456789' },
    traceId: '00-abc',
  });

  it('speaks by code and args in the language of the screen', async () => {
    expect(problemText(taken)).toMatchObject({
      title: 'Mã số thuế đã có',
      detail: 'Doanh nghiệp Công ty Ánh Dương đã dùng mã số thuế 0123456789.',
      traceId: '00-abc',
    });
    await setLanguage('en');
    expect(problemText(taken).title).toBe('The tax code is taken');
  });

  it('falls back to the status and never shows the log text', () => {
    const unknown = problemText(
      new ApiError(412, { code: 'enterprise.unheardOf', detail: 'Row version differs.' }),
    );
    expect(unknown.title).toBe('Người khác vừa sửa nội dung này');
    expect(JSON.stringify(unknown)).not.toContain('Row version');
    expect(problemText(new ApiError(0, {})).title).toBe('Không kết nối được máy chủ');
    expect(problemText(new ApiError(503, {})).title).toBe('Hệ thống tạm thời chưa phục vụ được');
    expect(problemText(new TypeError('x is undefined')).title).toBe('Màn hình gặp lỗi');
  });
});

describe('fillArgs', () => {
  it('writes dates, amounts, years and lists the Vietnamese way', () => {
    const args = {
      on: '2022-11-24',
      at: '2022-11-24T01:00:00Z',
      cap: 45_000_000,
      year: 2022,
      kinds: ['D01', 'D02'],
    };
    expect(fillArgs('{on} | {at} | {cap} | {year} | {kinds} | {other}', args)).toBe(
      '24/11/2022 | 24/11/2022 08:00 | 45.000.000 | 2022 | D01, D02 | {other}',
    );
  });
});

describe('pointerToPath', () => {
  it('reads JSON pointers with their escapes', () => {
    expect(pointerToPath('/supportLines/0/eligibleCost')).toBe('supportLines.0.eligibleCost');
    expect(pointerToPath('/a~1b/c~0d')).toBe('a/b.c~d');
    expect(pointerToPath('')).toBe('');
    expect(pointerToPath('?limit')).toBe('');
  });
});

describe('applyProblem', () => {
  it('puts every message at its field and needs no banner then', () => {
    const target = form();
    const applied = applyProblem(
      new ApiError(400, {
        code: 'request.invalid',
        errors: [
          {
            pointer: '/supportLines/0/eligibleCost',
            code: 'input.outOfRange',
            args: { min: 0, max: 9_000_000 },
          },
          { pointer: '/taxNumber', code: 'input.unheardOf', detail: 'Log text.' },
        ],
      }),
      target,
      { taxNumber: 'taxCode' },
    );
    expect(target.setError).toHaveBeenCalledWith('supportLines.0.eligibleCost', {
      type: 'input.outOfRange',
      message: 'Giá trị phải từ 0 đến 9.000.000',
    });
    expect(target.setError).toHaveBeenCalledWith('taxCode', {
      type: 'input.unheardOf',
      message: 'Giá trị không hợp lệ',
    });
    expect(applied).toMatchObject({ banner: null, fields: ['supportLines.0.eligibleCost', 'taxCode'] });
  });

  it('tells a rule at its field with what to do', () => {
    const target = form();
    const taken = { pointer: '/taxCode', code: 'enterprise.taxCodeTaken', args: { name: 'A', taxCode: '1' } };
    applyProblem(new ApiError(409, { errors: [taken] }), target);
    expect(target.setError).toHaveBeenCalledWith('taxCode', {
      type: 'enterprise.taxCodeTaken',
      message: 'Mã số thuế đã có. Doanh nghiệp A đã dùng mã số thuế 1.',
    });
  });

  it('shows what has no field in the banner', () => {
    const error = new ApiError(400, { errors: [{ pointer: '/province', code: 'input.unheardOf' }] });
    const target = form();
    const applied = applyProblem(error, target);
    expect(target.setError).not.toHaveBeenCalled();
    expect(applied).toEqual({ banner: error, others: ['Giá trị không hợp lệ'], fields: [] });
  });
});
