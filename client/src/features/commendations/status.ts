import type { Schemas } from '@/api/client';
import type { Tone } from '@/shared/ui/status-badge';

export type CommendationStatus = Schemas['CommendationStatus'];
export type CommendationAction = Schemas['CommendationAction'];
export type SubjectKind = Schemas['CommendationSubjectKind'];
export type PaperKind = Schemas['CommendationDocumentKind'];

export const KINDS = ['collective', 'individual'] as const satisfies readonly SubjectKind[];

/** In the order of a proposal's life. */
export const STATUSES = [
  'proposed',
  'reviewed',
  'submitted',
  'decided',
  'notCommended',
  'withdrawn',
] as const satisfies readonly CommendationStatus[];

export const TONES: Record<CommendationStatus, Tone> = {
  proposed: 'received',
  reviewed: 'review',
  submitted: 'review',
  decided: 'approved',
  notCommended: 'rejected',
  withdrawn: 'neutral',
};

export const PAPER_KINDS = [
  'achievementReport',
  'minutes',
  'submissionLetter',
  'decision',
  'other',
] as const satisfies readonly PaperKind[];

/** Acts of a button on the page, the usual next step first; papers and corrections have places of their own. */
export const BUTTON_ACTIONS = [
  'review',
  'submit',
  'recordDecision',
  'sendBack',
  'decline',
  'withdraw',
] as const satisfies readonly CommendationAction[];

export type ButtonAction = (typeof BUTTON_ACTIONS)[number];

/** Acts that end a proposal. */
export const DANGEROUS: ReadonlySet<CommendationAction> = new Set(['decline', 'withdraw']);
