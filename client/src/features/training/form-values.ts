import { t } from 'i18next';
import { z } from 'zod';
import type { Course, CourseInput } from './queries';
import { KINDS, MODES, PARTICIPANT_KINDS, SESSION_KINDS } from './status';

const text = (max: number) => z.string().trim().max(max);
const time = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => t('training:form.timeFormat') });

const session = z
  .object({
    id: z.string().nullable(),
    date: z.iso.date(),
    startsAt: time,
    endsAt: time,
    kind: z.enum(SESSION_KINDS),
    title: text(300).min(1),
    room: text(200),
    trainer: text(200),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, {
    path: ['endsAt'],
    error: () => t('training:form.sessionEndBeforeStart'),
  });

export const courseForm = z
  .object({
    programId: z.string().nullable(),
    kind: z.enum(KINDS),
    title: text(300).min(1),
    description: text(8000),
    topics: z.array(z.string()),
    standards: text(4000),
    coOrganizers: text(4000),
    provider: text(300),
    venue: text(300),
    districtCode: z.string().nullable(),
    link: z.union([z.literal(''), z.url()]),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    seats: z.number().int().min(1).max(5000),
    organizationQuota: z.number().int().min(1).max(5000).nullable(),
    waitlistLimit: z.number().int().min(0).max(10_000).nullable(),
    confirmationHours: z.number().int().min(1).max(720).nullable(),
    contactLimit: z.number().int().min(1).max(200),
    /** Of the sessions; empty leaves it to the usual share. */
    attendancePercent: z.number().int().min(1).max(100).nullable(),
    registrationClosesOn: z.iso.date().nullable(),
    mode: z.enum(MODES),
    audience: z.array(z.enum(PARTICIPANT_KINDS)),
    noticeText: text(8000),
    sessions: z.array(session),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ['endsOn'],
    error: () => t('training:form.endBeforeStart'),
  });

export type CourseForm = z.input<typeof courseForm>;
export type CourseFormOutput = z.output<typeof courseForm>;

export const EMPTY_SESSION: CourseForm['sessions'][number] = {
  id: null,
  date: '',
  startsAt: '08:00',
  endsAt: '11:30',
  kind: 'theory',
  title: '',
  room: '',
  trainer: '',
};

/** Lists of words are written one per line. */
const toLines = (items: readonly string[]) => items.join('\n');
const fromLines = (lines: string) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const orNull = (value: string) => (value === '' ? null : value);

export function toForm(course: Course | undefined): CourseForm {
  return {
    programId: course?.programId ?? null,
    kind: course?.kind ?? 'trainingCourse',
    title: course?.title ?? '',
    description: course?.description ?? '',
    topics: course?.topics ?? [],
    standards: toLines(course?.standards ?? []),
    coOrganizers: toLines(course?.coOrganizers ?? []),
    provider: course?.provider ?? '',
    venue: course?.venue ?? '',
    districtCode: course?.districtCode ?? null,
    link: course?.link ?? '',
    startsOn: course?.startsOn ?? '',
    endsOn: course?.endsOn ?? '',
    seats: course?.seats ?? 60,
    organizationQuota: course?.organizationQuota ?? null,
    waitlistLimit: course?.waitlistLimit ?? null,
    confirmationHours: course?.confirmationHours ?? null,
    contactLimit: course?.contactLimit ?? 5,
    attendancePercent:
      course?.attendanceMinimumIsDefault === false ? Math.round(course.attendanceMinimum / 100) : null,
    registrationClosesOn: course?.registrationClosesOn ?? null,
    mode: course?.mode ?? 'open',
    audience: course?.audience ?? [],
    noticeText: course?.noticeText ?? '',
    sessions: (course?.sessions ?? []).map((entry) => ({
      id: entry.id,
      date: entry.date,
      startsAt: entry.startsAt,
      endsAt: entry.endsAt,
      kind: entry.kind,
      title: entry.title,
      room: entry.room ?? '',
      trainer: entry.trainer ?? '',
    })),
  };
}

export function toInput({ attendancePercent, ...values }: CourseFormOutput): CourseInput {
  return {
    ...values,
    attendanceMinimum: attendancePercent === null ? null : attendancePercent * 100,
    description: orNull(values.description),
    standards: fromLines(values.standards),
    coOrganizers: fromLines(values.coOrganizers),
    provider: orNull(values.provider),
    venue: orNull(values.venue),
    link: orNull(values.link),
    noticeText: orNull(values.noticeText),
    sessions: values.sessions.map((entry) => ({
      ...entry,
      room: orNull(entry.room),
      trainer: orNull(entry.trainer),
      link: null,
    })),
  };
}
