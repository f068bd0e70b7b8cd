import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { setLanguage } from '@/i18n';
import {
  compareVi,
  foldVi,
  formatDate,
  formatDateTime,
  formatPercent,
  formatRate,
  formatVnd,
  formatVndShort,
  matchesVi,
  parseViDate,
  parseVnd,
  todayVi,
  vndInWords,
} from './vi';

describe('collation', () => {
  it('sorts names by the Vietnamese alphabet', () => {
    const sorted =
      'An, Ánh, Ăn, Ân, Âu, Danh, Dũng, Dương, Đan, Đào, Đặng, Đỗ, Oanh, Ôn, Ơn, Uyên, Ước, Ý, Yến';
    const names = sorted.split(', ');
    expect([...names].reverse().sort(compareVi)).toEqual(names);
  });

  it('sorts the districts of Kon Tum', () => {
    const districts = [
      'Huyện Đắk Glei',
      'Huyện Đắk Hà',
      'Huyện Đắk Tô',
      "Huyện Ia H'Drai",
      'Huyện Kon Plông',
      'Huyện Kon Rẫy',
      'Huyện Ngọc Hồi',
      'Huyện Sa Thầy',
      'Huyện Tu Mơ Rông',
      'Thành phố Kon Tum',
    ];
    expect([...districts].reverse().sort(compareVi)).toEqual(districts);
  });

  it('sorts tones in dictionary order and numbers by value', () => {
    expect(['mạ', 'má', 'mã', 'mả', 'mà', 'ma'].sort(compareVi)).toEqual([
      'ma',
      'mà',
      'mả',
      'mã',
      'má',
      'mạ',
    ]);
    expect(['HS-10', 'HS-9'].sort(compareVi)).toEqual(['HS-9', 'HS-10']);
  });
});

describe('folding', () => {
  it.each([
    ['Hội đồng thẩm định', 'hoi dong tham dinh'],
    ['Đắk Tô', 'dak to'],
    ['Đăk Tô', 'dak to'],
    ['CỘNG HOÀ', 'cong hoa'],
    ['Ia H’Drai', "ia h'drai"],
    ["Ia H'Drai", "ia h'drai"],
  ])('folds %s to %s', (text, folded) => {
    expect(foldVi(text)).toBe(folded);
    expect(foldVi(text.normalize('NFD'))).toBe(folded);
  });

  it('finds with and without marks', () => {
    expect(matchesVi('Đào tạo quản trị', 'dao tao')).toBe(true);
    expect(matchesVi('Đào tạo quản trị', 'đào')).toBe(true);
    expect(matchesVi('Đào tạo quản trị', 'kế toán')).toBe(false);
    expect(matchesVi('Đào tạo', '  ')).toBe(true);
  });
});

describe('formats', () => {
  it('writes money, percentages and rates', () => {
    expect(formatVnd(491_300_000)).toBe('491.300.000\u00a0₫');
    expect(formatVnd(null)).toBe('—');
    expect(formatPercent(0.942)).toBe('94,2%');
    expect(formatRate(5000)).toBe('50%');
    expect(formatVndShort(45_000_000)).toBe('45 triệu đồng');
    expect(formatVndShort(1_300_000_000)).toBe('1,3 tỷ đồng');
    expect(formatVndShort(45_000_005)).toBe('45.000.005 đồng');
  });

  it('writes numbers the English way on English screens', async () => {
    await setLanguage('en');
    expect(formatVnd(90_000_000)).toBe('90,000,000\u00a0₫');
    expect(formatPercent(0.942)).toBe('94.2%');
    expect(parseVnd('491,300,000')).toBe(491_300_000);
    expect(parseVnd('491.300.000')).toBeNull();
    expect(formatVndShort(1_300_000_000)).toBe('1,3 tỷ đồng');
  });

  it('writes dates day first and instants in Vietnam time', () => {
    expect(formatDate('2026-03-05')).toBe('05/03/2026');
    expect(formatDate('2026-03-05T18:30:00Z')).toBe('06/03/2026');
    expect(formatDateTime('2026-03-05T18:30:00Z')).toBe('06/03/2026 01:30');
    expect(todayVi(new Date('2026-03-05T17:00:00Z'))).toBe('2026-03-06');
  });
});

describe('parseViDate', () => {
  it.each([
    ['5/3/2026', '2026-03-05'],
    ['15-03-2026', '2026-03-15'],
    ['05032026', '2026-03-05'],
    ['5.3.26', '2026-03-05'],
    ['ngày 05 tháng 6 năm 2013', '2013-06-05'],
    ['29/02/2028', '2028-02-29'],
    ['31/02/2026', null],
    ['3/15/2026', null],
    ['2026', null],
    ['', null],
  ])('reads %j as %j', (input, expected) => {
    expect(parseViDate(input)).toBe(expected);
  });
});

describe('parseVnd', () => {
  it.each([
    ['491300000', 491_300_000],
    ['491.300.000', 491_300_000],
    ['491 300 000', 491_300_000],
    ['491.300.000 ₫', 491_300_000],
    ['45.000.000 đồng', 45_000_000],
    ['0', 0],
    ['491,3', null],
    ['491.3', null],
    ['1.234 567', null],
    ['-5', null],
    ['9000000000000001', null],
    ['', null],
  ])('reads %j as %j', (input, expected) => {
    expect(parseVnd(input)).toBe(expected);
  });
});

describe('vndInWords', () => {
  const vectors = readFileSync('src/shared/lib/amount-in-words.csv', 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(';') as [string, string]);

  it('has the vectors of the specification', () => {
    expect(vectors).toHaveLength(60);
  });

  it.each(vectors)('spells %s', (amount, words) => {
    expect(vndInWords(Number(amount))).toBe(words);
  });

  it('spells negative and very large amounts', () => {
    expect(vndInWords(-45_000_000)).toBe('Âm bốn mươi lăm triệu đồng');
    expect(vndInWords(9_000_000_000_000_000)).toBe('Chín triệu tỷ đồng');
  });
});
