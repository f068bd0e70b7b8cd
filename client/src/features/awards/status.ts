import type { Schemas } from '@/api/client';
import type { Tone } from '@/shared/ui/status-badge';

export type SeasonStatus = Schemas['AwardSeasonStatus'];
export type NominationStatus = Schemas['AwardNominationStatus'];
export type DeadlineKind = Schemas['AwardDeadlineKind'];
export type Condition = Schemas['AwardCondition'];
export type Level = Schemas['AwardLevel'];

/** In the order of a season's life. */
export const SEASON_STATUSES = [
  'planned',
  'open',
  'assessing',
  'forwarded',
  'closed',
  'cancelled',
] as const satisfies readonly SeasonStatus[];

export const SEASON_TONES: Record<SeasonStatus, Tone> = {
  planned: 'neutral',
  open: 'received',
  assessing: 'review',
  forwarded: 'review',
  closed: 'approved',
  cancelled: 'rejected',
};

/** In the order of the steps. */
export const DEADLINE_KINDS = [
  'registration',
  'dossier',
  'assessment',
  'forwarding',
] as const satisfies readonly DeadlineKind[];

/** Acts of a button on the season's page, the usual next step first. */
export const SEASON_ACTIONS = [
  'open',
  'startAssessing',
  'forward',
  'close',
  'cancel',
] as const satisfies readonly Schemas['AwardSeasonAction'][];

export type SeasonButton = (typeof SEASON_ACTIONS)[number];

export const NOMINATION_STATUSES = [
  'registered',
  'dossierSubmitted',
  'dossierIncomplete',
  'dossierAccepted',
  'assessing',
  'forwarded',
  'notForwarded',
  'resultRecorded',
  'withdrawn',
] as const satisfies readonly NominationStatus[];

export const NOMINATION_TONES: Record<NominationStatus, Tone> = {
  registered: 'received',
  dossierSubmitted: 'received',
  dossierIncomplete: 'supplement',
  dossierAccepted: 'review',
  assessing: 'review',
  forwarded: 'approved',
  notForwarded: 'rejected',
  resultRecorded: 'approved',
  withdrawn: 'neutral',
};

export const TYPES = [
  'productionLarge',
  'productionSme',
  'serviceLarge',
  'serviceSme',
] as const satisfies readonly Schemas['AwardType'][];

export const ACTIVITIES = ['production', 'service'] as const satisfies readonly Schemas['AwardActivity'][];

/** Conditions that an officer can settle; the others follow from dates on record. */
export const CONFIRMABLE = [
  'legalPerson',
  'operation',
  'noViolation',
] as const satisfies readonly Condition[];

export type Confirmable = (typeof CONFIRMABLE)[number];

/** Acts of a button on the nomination's page, the usual next step first. */
export const NOMINATION_ACTIONS = [
  'submitDossier',
  'resubmit',
  'accept',
  'startAssessment',
  'requestSupplement',
  'refuse',
  'withdraw',
] as const satisfies readonly Schemas['AwardNominationAction'][];

export type NominationButton = (typeof NOMINATION_ACTIONS)[number];

export const DANGEROUS: ReadonlySet<NominationButton | SeasonButton> = new Set([
  'refuse',
  'withdraw',
  'cancel',
]);
