import type { Schemas } from '@/api/client';
import type { Tone } from '@/shared/ui/status-badge';

export type EnrollmentStatus = Schemas['EnrollmentStatus'];

/** In the order of a dossier's way. */
export const STATUSES = [
  'draft',
  'submitted',
  'checking',
  'supplementRequired',
  'expired',
  'refused',
  'valid',
  'underAppraisal',
  'appraised',
  'pendingApproval',
  'approved',
  'rejected',
  'withdrawn',
  'contracted',
] as const satisfies readonly EnrollmentStatus[];

export const TONES: Record<EnrollmentStatus, Tone> = {
  draft: 'neutral',
  submitted: 'received',
  checking: 'review',
  supplementRequired: 'supplement',
  expired: 'rejected',
  refused: 'rejected',
  valid: 'received',
  underAppraisal: 'review',
  appraised: 'review',
  pendingApproval: 'review',
  approved: 'approved',
  rejected: 'rejected',
  withdrawn: 'neutral',
  contracted: 'approved',
};

/** The papers of a dossier; `M01` are the council's signed minutes. */
export const DOCUMENT_KINDS = [
  'D01',
  'D02',
  'D03',
  'D04',
  'D05',
  'D06',
  'D07',
  'D08',
  'D09',
  'D10',
  'D11',
  'D12',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number] | 'M01';

export const MINUTES = 'M01';

export const UPLOAD_TYPES = ['.pdf', '.docx', '.xlsx', '.jpg', '.jpeg', '.png'] as const;
export const UPLOAD_MAX_BYTES = 20 * 1024 * 1024;

/** Acts of a button, the usual next step first. What is not here is done by writing, attaching or by the process. */
export const BUTTON_ACTIONS = [
  'submit',
  'resubmit',
  'startChecking',
  'accept',
  'recordCouncilConclusion',
  'proposeApproval',
  'approve',
  'publishDecision',
  'recordDecisionNumber',
  'requestSupplement',
  'reject',
  'refuse',
  'withdraw',
] as const satisfies readonly Schemas['EnrollmentAction'][];

export type ButtonAction = (typeof BUTTON_ACTIONS)[number];

export function isButtonAction(action: Schemas['EnrollmentAction']): action is ButtonAction {
  return (BUTTON_ACTIONS as readonly string[]).includes(action);
}

/** Acts that end the way of a dossier. */
export const DANGEROUS: ReadonlySet<ButtonAction> = new Set(['reject', 'refuse', 'withdraw']);
