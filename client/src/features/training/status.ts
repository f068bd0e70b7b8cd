import type { Schemas } from '@/api/client';
import type { Tone } from '@/shared/ui/status-badge';

export type CourseStage = Schemas['CourseStage'];
export type RegistrationStatus = Schemas['RegistrationStatus'];
export type CourseAction = Schemas['CourseAction'];

export const KINDS = [
  'trainingCourse',
  'conference',
  'workshop',
  'externalTraining',
] as const satisfies readonly Schemas['CourseKind'][];

/** What the list filters by, in the order of a course's life. */
export const STATUSES = [
  'planned',
  'registrationOpen',
  'registrationClosed',
  'ended',
  'cancelled',
] as const satisfies readonly Schemas['CourseStatus'][];

export const STAGE_TONES: Record<CourseStage, Tone> = {
  planned: 'neutral',
  registrationOpen: 'received',
  registrationClosed: 'review',
  ongoing: 'review',
  ended: 'approved',
  cancelled: 'rejected',
};

export const REGISTRATION_STATUSES = [
  'registered',
  'offered',
  'waitlisted',
  'awaitingApproval',
  'cancelled',
  'declined',
  'lapsed',
] as const satisfies readonly RegistrationStatus[];

export const REGISTRATION_TONES: Record<RegistrationStatus, Tone> = {
  registered: 'approved',
  offered: 'supplement',
  waitlisted: 'received',
  awaitingApproval: 'review',
  cancelled: 'neutral',
  declined: 'rejected',
  lapsed: 'rejected',
};

export const PARTICIPANT_KINDS = [
  'enterprise',
  'cooperative',
  'organization',
  'businessHousehold',
  'civilServant',
] as const satisfies readonly Schemas['ParticipantKind'][];

export const MODES = ['open', 'approval'] as const satisfies readonly Schemas['CourseMode'][];
export const SESSION_KINDS = [
  'theory',
  'practice',
] as const satisfies readonly Schemas['CourseSessionKind'][];

/** Acts of a button on the course's page, the usual next step first. */
export const BUTTON_ACTIONS = [
  'openRegistration',
  'closeRegistration',
  'reopenRegistration',
  'end',
  'cancel',
] as const satisfies readonly CourseAction[];

export type ButtonAction = (typeof BUTTON_ACTIONS)[number];
