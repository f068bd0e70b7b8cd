import { z } from 'zod';
import { listSearch } from '@/shared/lib/use-list-state';
import { KINDS, PARTICIPANT_KINDS, REGISTRATION_STATUSES, STATUSES } from './status';

export const openCourseSearch = z.object({
  q: z.string().max(100).optional().catch(undefined),
  kind: z.enum(KINDS).optional().catch(undefined),
  province: z.string().max(32).optional().catch(undefined),
});

export type OpenCourseSearch = z.infer<typeof openCourseSearch>;

export const courseSearch = listSearch.extend({
  kind: z.enum(KINDS).optional().catch(undefined),
  status: z.enum(STATUSES).optional().catch(undefined),
  year: z.number().int().min(2000).max(2199).optional().catch(undefined),
});

export type CourseSearch = z.infer<typeof courseSearch>;

export const calendarSearch = z.object({
  view: z.enum(['month', 'week', 'list']).optional().catch(undefined),
  /** A day of what is shown; left out, today. */
  on: z.iso.date().optional().catch(undefined),
});

export type CalendarSearch = z.infer<typeof calendarSearch>;

export const registrationSearch = listSearch.extend({
  status: z.enum(REGISTRATION_STATUSES).optional().catch(undefined),
  participantKind: z.enum(PARTICIPANT_KINDS).optional().catch(undefined),
});

export type RegistrationSearch = z.infer<typeof registrationSearch>;

export const BREAKDOWNS = ['kind', 'organization', 'district', 'course', 'topic'] as const;

export type Breakdown = (typeof BREAKDOWNS)[number];

export const statisticsSearch = listSearch.extend({
  year: z.number().int().min(2000).max(2199).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  by: z.enum(BREAKDOWNS).optional().catch(undefined),
  /** The row whose people are shown; empty for what is not on record. */
  key: z
    .union([z.string().max(300), z.number().transform(String)])
    .optional()
    .catch(undefined),
});

export type StatisticsSearch = z.infer<typeof statisticsSearch>;
