import { z } from 'zod';
import type { Schemas } from '@/api/client';
import { listSearch } from '@/shared/lib/use-list-state';

export const ORGANIZATION_TYPES = ['enterprise', 'cooperative', 'businessHousehold', 'organization'] as const;

export const SIZE_CLASSES = ['micro', 'small', 'medium', 'notSme', 'notApplicable'] as const;

/** In the order of a dossier's way. */
export const ENROLLMENT_STATUSES = [
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
] as const satisfies readonly Schemas['EnrollmentStatus'][];

const code = z.string().max(80).optional().catch(undefined);

export const enterpriseSearch = listSearch.extend({
  districtCode: code,
  sectorCode: code,
  organizationType: z.enum(ORGANIZATION_TYPES).optional().catch(undefined),
  sizeClass: z.enum(SIZE_CLASSES).optional().catch(undefined),
  enrollmentStatus: z.enum(ENROLLMENT_STATUSES).optional().catch(undefined),
});

export type EnterpriseSearch = z.infer<typeof enterpriseSearch>;
