import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  body,
  fetchClient,
  idempotencyKey,
  ifMatch,
  versioned,
  type Schemas,
  type Versioned,
} from '@/api/client';
import type { CampaignSearch, ProspectSearch } from './search';

export type Campaign = Schemas['OutreachCampaignDetails'];
export type CampaignRow = Schemas['OutreachCampaignListItem'];
export type CampaignInput = Schemas['OutreachCampaignInput'];
export type Prospect = Schemas['OutreachProspectDetails'];
export type ProspectRow = Schemas['OutreachProspectListItem'];
export type Act = Schemas['OutreachActDetails'];
export type Statistics = Schemas['OutreachStatistics'];
export type VersionedCampaign = Versioned<Campaign>;
export type VersionedProspect = Versioned<Prospect>;

export const CAMPAIGN_SORT = '-startsOn';
export const PROSPECT_SORT = '-addedAt';

const OUTREACH = 'outreach';

/** Which campaigns are counted: one, or those of a year and a program. */
export type OutreachScope = { campaignId?: string; programId?: string; year?: number };

export const campaignListQuery = (search: CampaignSearch, limit: number) =>
  queryOptions({
    queryKey: [OUTREACH, 'campaigns', search, limit],
    queryFn: ({ signal }) => {
      const { q: _, ...query } = search;
      return body(
        fetchClient.GET('/api/v1/outreach-campaigns', {
          params: { query: { ...query, sort: search.sort ?? CAMPAIGN_SORT, limit, count: true } },
          signal,
        }),
      );
    },
    placeholderData: keepPreviousData,
  });

export const campaignQuery = (campaignId: string) =>
  queryOptions({
    queryKey: [OUTREACH, 'campaign', campaignId],
    queryFn: ({ signal }) =>
      versioned(
        fetchClient.GET('/api/v1/outreach-campaigns/{campaignId}', {
          params: { path: { campaignId } },
          signal,
        }),
      ),
  });

export const statisticsQuery = (scope: OutreachScope) =>
  queryOptions({
    queryKey: [OUTREACH, 'statistics', scope],
    queryFn: ({ signal }) =>
      body(fetchClient.GET('/api/v1/outreach-statistics', { params: { query: scope }, signal })),
    placeholderData: keepPreviousData,
  });

/** The rows behind a figure are those of the day that the figures are of. */
export const prospectListQuery = (
  scope: OutreachScope,
  search: ProspectSearch,
  limit: number,
  asOf: string | undefined,
) =>
  queryOptions({
    queryKey: [OUTREACH, 'prospects', scope, search, limit, asOf],
    queryFn: ({ signal }) => {
      const { year, ...of } = scope;
      const figure = search.figure && { ...(year !== undefined && { year }), ...(asOf && { asOf }) };
      return body(
        fetchClient.GET('/api/v1/outreach-prospects', {
          params: {
            query: {
              ...of,
              ...search,
              ...figure,
              sort: search.sort ?? PROSPECT_SORT,
              limit,
              count: true,
            },
          },
          signal,
        }),
      );
    },
    placeholderData: keepPreviousData,
  });

export const enterpriseOutreachQuery = (enterpriseId: string) =>
  queryOptions({
    queryKey: [OUTREACH, 'enterprise', enterpriseId],
    queryFn: async ({ signal }) => {
      const { items } = await body(
        fetchClient.GET('/api/v1/outreach-prospects', {
          params: { query: { enterpriseId, limit: 100 } },
          signal,
        }),
      );
      return items;
    },
  });

export const prospectQuery = (prospectId: string) =>
  queryOptions({
    queryKey: [OUTREACH, 'prospect', prospectId],
    queryFn: ({ signal }) =>
      versioned(
        fetchClient.GET('/api/v1/outreach-prospects/{prospectId}', {
          params: { path: { prospectId } },
          signal,
        }),
      ),
  });

/** Dossiers of the enterprise in the program that are in. */
export const applicationsQuery = ({ enterpriseId, programId }: Prospect) =>
  queryOptions({
    queryKey: [OUTREACH, 'applications', enterpriseId, programId],
    queryFn: async ({ signal }) => {
      const [{ code }, { items }] = await Promise.all([
        body(fetchClient.GET('/api/v1/programs/{programId}', { params: { path: { programId } }, signal })),
        body(
          fetchClient.GET('/api/v1/enrollments', {
            params: { query: { enterpriseId, limit: 100 } },
            signal,
          }),
        ),
      ]);
      return items.filter(({ programCode, receivedOn }) => programCode === code && receivedOn != null);
    },
    staleTime: 0,
  });

function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [OUTREACH] });
}

export function usePlanCampaign() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ request, key }: { request: Schemas['PlanOutreachCampaignRequest']; key: string }) =>
      versioned(
        fetchClient.POST('/api/v1/outreach-campaigns', {
          params: { header: idempotencyKey(key) },
          body: request,
        }),
      ),
    onSuccess: refresh,
  });
}

export function useUpdateCampaign(campaignId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ input, etag }: { input: CampaignInput; etag: string }) =>
      versioned(
        fetchClient.PUT('/api/v1/outreach-campaigns/{campaignId}', {
          params: { path: { campaignId }, header: ifMatch(etag) },
          body: input,
        }),
      ),
    onSuccess: refresh,
  });
}

export function useCampaignAct({ data: { id: campaignId }, etag }: VersionedCampaign) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (action: 'close' | 'reopen') => {
      const params = { path: { campaignId }, header: { ...ifMatch(etag), ...idempotencyKey() } };
      return action === 'close'
        ? versioned(fetchClient.POST('/api/v1/outreach-campaigns/{campaignId}/close', { params }))
        : versioned(fetchClient.POST('/api/v1/outreach-campaigns/{campaignId}/reopen', { params }));
    },
    onSettled: refresh,
  });
}

export function useAddProspect(campaignId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ enterpriseId, key }: { enterpriseId: string; key: string }) =>
      versioned(
        fetchClient.POST('/api/v1/outreach-campaigns/{campaignId}/prospects', {
          params: { path: { campaignId }, header: idempotencyKey(key) },
          body: { enterpriseId },
        }),
      ),
    onSuccess: refresh,
  });
}

export function useRemoveProspect({ data: { id: prospectId }, etag }: VersionedProspect) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async () => {
      await body(
        fetchClient.DELETE('/api/v1/outreach-prospects/{prospectId}', {
          params: { path: { prospectId }, header: ifMatch(etag) },
        }),
      );
    },
    onSuccess: refresh,
  });
}

export type ProspectAct =
  | { action: 'survey'; body: Schemas['SurveyProspectRequest'] }
  | { action: 'mobilize' | 'guide'; body: Schemas['OutreachActRequest'] }
  | { action: 'decline'; body: Schemas['DeclineProspectRequest'] }
  | { action: 'recordApplication'; body: Schemas['RecordProspectApplicationRequest'] }
  | { action: 'takeBack'; body: Schemas['ReasonRequest'] };

export function useProspectAct({ data: { id: prospectId }, etag }: VersionedProspect) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ act, key }: { act: ProspectAct; key: string }) => {
      const params = { path: { prospectId }, header: { ...ifMatch(etag), ...idempotencyKey(key) } };
      switch (act.action) {
        case 'survey':
          return versioned(
            fetchClient.POST('/api/v1/outreach-prospects/{prospectId}/survey', { params, body: act.body }),
          );
        case 'mobilize':
          return versioned(
            fetchClient.POST('/api/v1/outreach-prospects/{prospectId}/mobilize', { params, body: act.body }),
          );
        case 'guide':
          return versioned(
            fetchClient.POST('/api/v1/outreach-prospects/{prospectId}/guide', { params, body: act.body }),
          );
        case 'decline':
          return versioned(
            fetchClient.POST('/api/v1/outreach-prospects/{prospectId}/decline', { params, body: act.body }),
          );
        case 'recordApplication':
          return versioned(
            fetchClient.POST('/api/v1/outreach-prospects/{prospectId}/record-application', {
              params,
              body: act.body,
            }),
          );
        default:
          return versioned(
            fetchClient.POST('/api/v1/outreach-prospects/{prospectId}/take-back', { params, body: act.body }),
          );
      }
    },
    onSettled: refresh,
  });
}
