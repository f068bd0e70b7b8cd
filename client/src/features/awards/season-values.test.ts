import { expect, it } from 'vitest';
import { firstOutOfOrder, seasonForm, toSeasonForm, toSeasonInput } from './season-values';

const dates = {
  registration: '2022-03-31',
  dossier: '2022-04-30',
  assessment: null,
  forwarding: '2022-08-30',
};

it('finds the step that would end before an earlier one, whatever was left empty between', () => {
  expect(firstOutOfOrder(dates)).toBeNull();
  expect(firstOutOfOrder({ ...dates, forwarding: '2022-04-29' })).toBe('forwarding');
  expect(firstOutOfOrder({ ...dates, registration: '2022-05-01' })).toBe('dossier');
});

it('sends only the deadlines that are set', () => {
  const values = { ...toSeasonForm(undefined, 2022), ...dates, title: 'Giải thưởng' };
  expect(toSeasonInput(seasonForm.parse(values)).deadlines).toEqual([
    { kind: 'registration', date: '2022-03-31' },
    { kind: 'dossier', date: '2022-04-30' },
    { kind: 'forwarding', date: '2022-08-30' },
  ]);
});

it('asks for the text that says how long a winner waits', () => {
  const values = { ...toSeasonForm(undefined, 2022), title: 'Giải thưởng', reentryYears: 2 };
  const { error } = seasonForm.safeParse(values);
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['reentrySource']);
});
