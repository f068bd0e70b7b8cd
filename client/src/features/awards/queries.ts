import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import {
  body,
  fetchClient,
  idempotencyKey,
  ifMatch,
  versioned,
  type Schemas,
  type Versioned,
} from '@/api/client';
import { upload } from '@/api/upload';
import { type NominationSearch, type SeasonSearch } from './search';

export type Season = Schemas['AwardSeasonDetails'];
export type SeasonRow = Schemas['AwardSeasonListItem'];
export type SeasonInput = Schemas['AwardSeasonInput'];
export type Regime = Schemas['AwardRegime'];
export type RegimeValues = Schemas['AwardRegimeValues'];
export type VersionedSeason = Versioned<Season>;
export type Nomination = Schemas['AwardNominationDetails'];
export type NominationRow = Schemas['AwardNominationListItem'];
export type Stage = Schemas['AwardStage'];
export type StageDetails = Schemas['AwardStageDetails'];
export type NominationContent = Schemas['AwardNominationContent'];
export type VersionedNomination = Versioned<Nomination>;

export const DEFAULT_SEASON_SORT = '-year';

const SEASONS = 'award-seasons';
const NOMINATIONS = 'award-nominations';

export const regimesQuery = queryOptions({
  queryKey: ['award-regimes'],
  queryFn: async ({ signal }): Promise<Regime[]> => {
    const { items } = await body(fetchClient.GET('/api/v1/award-regimes', { signal }));
    return items;
  },
  staleTime: Infinity,
});

export const seasonListQuery = (search: SeasonSearch, limit: number) =>
  queryOptions({
    queryKey: [SEASONS, 'list', search, limit],
    queryFn: ({ signal }) => {
      const { q: _, ...filters } = search;
      return body(
        fetchClient.GET('/api/v1/award-seasons', {
          params: { query: { ...filters, sort: search.sort ?? DEFAULT_SEASON_SORT, limit, count: true } },
          signal,
        }),
      );
    },
    placeholderData: keepPreviousData,
  });

export const seasonQuery = (seasonId: string) =>
  queryOptions({
    queryKey: [SEASONS, 'one', seasonId],
    queryFn: ({ signal }) =>
      versioned(
        fetchClient.GET('/api/v1/award-seasons/{seasonId}', { params: { path: { seasonId } }, signal }),
      ),
  });

export const nominationListQuery = (seasonId: string, search: NominationSearch, limit: number) =>
  queryOptions({
    queryKey: [NOMINATIONS, 'list', seasonId, search, limit],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/award-seasons/{seasonId}/nominations', {
          params: { path: { seasonId }, query: { ...search, limit, count: true } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const nominationQuery = (seasonId: string, nominationId: string) =>
  queryOptions({
    queryKey: [NOMINATIONS, 'one', seasonId, nominationId],
    queryFn: ({ signal }) =>
      versioned(
        fetchClient.GET('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}', {
          params: { path: { seasonId, nominationId } },
          signal,
        }),
      ),
  });

/** Keeps an answer as the season's page; lists are asked for anew. */
function rememberSeason(client: QueryClient, answer: VersionedSeason): void {
  client.setQueryData(seasonQuery(answer.data.id).queryKey, answer);
  void client.invalidateQueries({ queryKey: [SEASONS, 'list'] });
}

export function usePlanSeason() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input, key }: { input: SeasonInput; key: string }) =>
      versioned(
        fetchClient.POST('/api/v1/award-seasons', { params: { header: idempotencyKey(key) }, body: input }),
      ),
    onSuccess: (answer) => rememberSeason(client, answer),
  });
}

export function useUpdateSeason(seasonId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input, etag }: { input: SeasonInput; etag: string }) =>
      versioned(
        fetchClient.PUT('/api/v1/award-seasons/{seasonId}', {
          params: { path: { seasonId }, header: ifMatch(etag) },
          body: input,
        }),
      ),
    onSuccess: (answer) => rememberSeason(client, answer),
  });
}

/** An act on a season, with what the API asks for beside the version and the key. */
export type SeasonAct =
  | { action: 'open' | 'startAssessing' | 'forward' }
  | { action: 'close'; explanation: string | null }
  | { action: 'cancel'; reason: string }
  | { action: 'extendDeadline'; body: Schemas['ExtendAwardDeadlineRequest'] }
  | { action: 'fillOpenPoints'; body: RegimeValues };

function sendSeasonAct(seasonId: string, etag: string, key: string, act: SeasonAct) {
  const params = { path: { seasonId }, header: { ...ifMatch(etag), ...idempotencyKey(key) } };
  switch (act.action) {
    case 'open':
      return versioned(fetchClient.POST('/api/v1/award-seasons/{seasonId}/open', { params }));
    case 'startAssessing':
      return versioned(fetchClient.POST('/api/v1/award-seasons/{seasonId}/start-assessing', { params }));
    case 'forward':
      return versioned(fetchClient.POST('/api/v1/award-seasons/{seasonId}/forward', { params }));
    case 'close':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/close', {
          params,
          body: { explanation: act.explanation },
        }),
      );
    case 'cancel':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/cancel', { params, body: { reason: act.reason } }),
      );
    case 'extendDeadline':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/extend-deadline', { params, body: act.body }),
      );
    case 'fillOpenPoints':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/fill-open-points', { params, body: act.body }),
      );
  }
}

export function useSeasonAct(seasonId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ etag, key, act }: { etag: string; key: string; act: SeasonAct }) =>
      sendSeasonAct(seasonId, etag, key, act),
    onSuccess: (answer) => rememberSeason(client, answer),
    onError: () => client.invalidateQueries({ queryKey: seasonQuery(seasonId).queryKey }),
  });
}

/** Keeps an answer as the nomination's page; lists and the figures of the season are asked for anew. */
export function rememberNomination(client: QueryClient, answer: VersionedNomination): void {
  const { id, seasonId } = answer.data;
  client.setQueryData(nominationQuery(seasonId, id).queryKey, answer);
  void client.invalidateQueries({ queryKey: [NOMINATIONS, 'list', seasonId] });
  void client.invalidateQueries({ queryKey: [SEASONS] });
}

export function useNominate(seasonId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ request, key }: { request: Schemas['NominateForAwardRequest']; key: string }) =>
      versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations', {
          params: { path: { seasonId }, header: idempotencyKey(key) },
          body: request,
        }),
      ),
    onSuccess: (answer) => rememberNomination(client, answer),
  });
}

export function updateNomination(
  { seasonId, id }: Pick<Nomination, 'seasonId' | 'id'>,
  etag: string,
  content: NominationContent,
): Promise<VersionedNomination> {
  return versioned(
    fetchClient.PUT('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}', {
      params: { path: { seasonId, nominationId: id }, header: ifMatch(etag) },
      body: content,
    }),
  );
}

/** An act on a nomination, with what the API asks for beside the version and the key. */
export type NominationAct =
  | { action: 'submitDossier' | 'resubmit' | 'accept' | 'startAssessment' }
  | { action: 'refuse' | 'withdraw'; reason: string }
  | { action: 'requestSupplement'; body: Schemas['RequestAwardSupplementRequest'] }
  | { action: 'confirmEligibility'; body: Schemas['ConfirmAwardEligibilityRequest'] }
  | { action: 'score'; body: Schemas['ScoreNominationRequest'] }
  | { action: 'closeStage'; stage: Stage }
  | { action: 'conclude'; body: Schemas['ConcludeNominationRequest'] }
  | { action: 'recordConsent'; body: Schemas['AwardOfficialDocument'] }
  | { action: 'recordResult'; body: Schemas['RecordAwardResultRequest'] }
  | { action: 'writeFeedback'; items: Schemas['AwardFeedbackItem'][] }
  | { action: 'releaseFeedback' };

function sendNominationAct(
  { seasonId, id }: Pick<Nomination, 'seasonId' | 'id'>,
  etag: string,
  key: string,
  act: NominationAct,
): Promise<VersionedNomination> {
  const params = {
    path: { seasonId, nominationId: id },
    header: { ...ifMatch(etag), ...idempotencyKey(key) },
  };
  switch (act.action) {
    case 'submitDossier':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/submit-dossier', {
          params,
        }),
      );
    case 'resubmit':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/resubmit', { params }),
      );
    case 'accept':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/accept', { params }),
      );
    case 'startAssessment':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/start-assessment', {
          params,
        }),
      );
    case 'refuse':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/refuse', {
          params,
          body: { reason: act.reason },
        }),
      );
    case 'withdraw':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/withdraw', {
          params,
          body: { reason: act.reason },
        }),
      );
    case 'requestSupplement':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/request-supplement', {
          params,
          body: act.body,
        }),
      );
    case 'score':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/scores', {
          // Assessors do not wait for each other: a sheet has no version but its own.
          params: { path: params.path, header: idempotencyKey(key) },
          body: act.body,
        }),
      );
    case 'closeStage':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/close-stage', {
          params,
          body: { stage: act.stage },
        }),
      );
    case 'conclude':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/conclude', {
          params,
          body: act.body,
        }),
      );
    case 'recordConsent':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/record-consent', {
          params,
          body: act.body,
        }),
      );
    case 'recordResult':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/record-result', {
          params,
          body: act.body,
        }),
      );
    case 'writeFeedback':
      return versioned(
        fetchClient.PUT('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/feedback', {
          params: { path: params.path, header: ifMatch(etag) },
          body: { items: act.items },
        }),
      );
    case 'releaseFeedback':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/release-feedback', {
          params,
        }),
      );
    case 'confirmEligibility':
      return versioned(
        fetchClient.POST('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/confirm-eligibility', {
          params,
          body: act.body,
        }),
      );
  }
}

/** One key per intended act: the dialog that asks for it keeps the key across its own retries. */
export function useNominationAct(nomination: Pick<Nomination, 'seasonId' | 'id'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ etag, key, act }: { etag: string; key: string; act: NominationAct }) =>
      sendNominationAct(nomination, etag, key, act),
    onSuccess: (answer) => rememberNomination(client, answer),
  });
}

export function reloadNomination(client: QueryClient, { seasonId, id }: Pick<Nomination, 'seasonId' | 'id'>) {
  return client.invalidateQueries({ queryKey: nominationQuery(seasonId, id).queryKey });
}

type Attachment = {
  part: string;
  file: File;
  onProgress: (percent: number) => void;
  signal: AbortSignal;
};

export function attachDocument(
  { seasonId, id }: Pick<Nomination, 'seasonId' | 'id'>,
  { part, file, onProgress, signal }: Attachment,
): Promise<Nomination> {
  const form = new FormData();
  form.set('kind', part);
  form.set('file', file);
  return upload(`/api/v1/award-seasons/${seasonId}/nominations/${id}/documents`, form, {
    onProgress,
    signal,
    headers: idempotencyKey(),
  });
}

/** Takes out a paper from the version that is on the screen; the page reads the next one. */
export function useRemoveDocument({ seasonId, id }: Pick<Nomination, 'seasonId' | 'id'>) {
  const client = useQueryClient();
  return async (paperId: string): Promise<void> => {
    const { etag } = await client.ensureQueryData(nominationQuery(seasonId, id));
    const answer = await versioned(
      fetchClient.DELETE('/api/v1/award-seasons/{seasonId}/nominations/{nominationId}/documents/{paperId}', {
        params: { path: { seasonId, nominationId: id, paperId }, header: ifMatch(etag) },
      }),
    );
    rememberNomination(client, answer);
  };
}

export function documentUrl({ seasonId, id }: Pick<Nomination, 'seasonId' | 'id'>, paperId: string): string {
  return `/api/v1/award-seasons/${seasonId}/nominations/${id}/documents/${paperId}/content`;
}
