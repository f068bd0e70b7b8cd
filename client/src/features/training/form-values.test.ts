import { describe, expect, it } from 'vitest';
import { courseForm, toForm, toInput, type CourseForm } from './form-values';

const filled: CourseForm = {
  ...toForm(undefined),
  title: 'Tập huấn VietGAP',
  startsOn: '2022-11-24',
  endsOn: '2022-11-27',
};

const faultsOf = (values: CourseForm) =>
  (courseForm.safeParse(values).error?.issues ?? []).map(({ path }) => path.join('.'));

describe('the form of a course', () => {
  it('takes a course with nothing but what is required', () => {
    expect(faultsOf(filled)).toEqual([]);
  });

  it('refuses a last day before the first', () => {
    expect(faultsOf({ ...filled, endsOn: '2022-11-23' })).toEqual(['endsOn']);
  });

  it.each(['8:00', '24:00', '08.00', ''])('refuses %j as a time of day', (startsAt) => {
    const session = { ...SESSION, startsAt };
    expect(faultsOf({ ...filled, sessions: [session] })).toContain('sessions.0.startsAt');
  });

  it('refuses a session that ends before it starts', () => {
    const session = { ...SESSION, startsAt: '13:30', endsAt: '11:30' };
    expect(faultsOf({ ...filled, sessions: [session] })).toEqual(['sessions.0.endsAt']);
  });

  it('sends lists line by line and leaves out what is empty', () => {
    const values = courseForm.parse({
      ...filled,
      standards: ' TCVN 11892-1:2017\n\nThông tư 19/2019/TT-BYT ',
      venue: '  ',
    });
    expect(toInput(values)).toMatchObject({
      standards: ['TCVN 11892-1:2017', 'Thông tư 19/2019/TT-BYT'],
      coOrganizers: [],
      venue: null,
    });
  });

  it('keeps the share of sessions in hundredths, and none where it is the usual one', () => {
    expect(toInput(courseForm.parse(filled)).attendanceMinimum).toBeNull();
    expect(toInput(courseForm.parse({ ...filled, attendancePercent: 75 })).attendanceMinimum).toBe(7500);
    expect(faultsOf({ ...filled, attendancePercent: 101 })).toEqual(['attendancePercent']);
  });
});

const SESSION: CourseForm['sessions'][number] = {
  id: null,
  date: '2022-11-24',
  startsAt: '08:00',
  endsAt: '11:30',
  kind: 'theory',
  title: 'Lý thuyết',
  room: '',
  trainer: '',
};
