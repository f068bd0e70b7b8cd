import { describe, expect, it } from 'vitest';
import { addMonths, mondayOf, rangeOf, turn, weeksOf } from './calendar-days';

describe('days of the calendar', () => {
  it('begin their week on Monday', () => {
    expect(mondayOf('2022-11-27')).toBe('2022-11-21');
    expect(mondayOf('2022-11-21')).toBe('2022-11-21');
  });

  it('fill whole weeks of a month, over the borders of the year', () => {
    const weeks = weeksOf('month', '2023-01-15');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]![0]).toBe('2022-12-26');
    expect(weeks.at(-1)!.at(-1)).toBe('2023-02-05');
    expect(rangeOf('month', '2023-01-15')).toEqual({ from: '2022-12-26', to: '2023-02-05' });
  });

  it('are seven in a week and the month itself in a list', () => {
    expect(weeksOf('week', '2022-11-24')).toEqual([
      ['2022-11-21', '2022-11-22', '2022-11-23', '2022-11-24', '2022-11-25', '2022-11-26', '2022-11-27'],
    ]);
    expect(rangeOf('list', '2024-02-10')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  });

  it('turn by months without leaving one out', () => {
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2023-01-31', -2)).toBe('2022-11-30');
    expect(turn('week', '2022-12-29', 1)).toBe('2023-01-05');
    expect(turn('list', '2022-12-31', 1)).toBe('2023-01-31');
  });
});
