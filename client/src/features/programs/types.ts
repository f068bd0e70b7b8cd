import type { Schemas } from '@/api/client';

export type Named = Schemas['NamedCode'];
export type AgencyName = Schemas['AgencyName'];
export type ProgramItem = Schemas['ProgramListItem'];
export type ProgramDetails = Schemas['ProgramDetails'];
export type Target = Schemas['ProgramTargetDetails'];
export type Measure = Pick<Target, 'operator' | 'approximate' | 'low' | 'high' | 'unit'>;
export type Task = Schemas['ProgramTaskDetails'];
export type Quota = Schemas['TaskQuotaDetails'];
export type Objective = Schemas['ProgramObjectiveDetails'];
export type ReportObligation = Schemas['ReportObligationDetails'];
export type PolicyVersion = Schemas['PolicyVersionDetails'];
export type PolicyItem = Schemas['PolicyItemDetails'];
