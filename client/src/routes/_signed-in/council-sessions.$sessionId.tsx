import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '@/features/appraisals/queries';
import { SessionPage } from '@/features/appraisals/session-page';
import { nominationListQuery, seasonListQuery } from '@/features/awards/queries';
import { LinkButton } from '@/shared/ui/links';
import '@/features/awards/i18n';

export const Route = createFileRoute('/_signed-in/council-sessions/$sessionId')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(sessionQuery(params.sessionId)),
  component: OneSessionPage,
});

/** In which season a nomination stands: the session knows only the nomination itself. */
function useSeasonOf(): (nominationId: string) => string | undefined {
  const seasons = useQuery(seasonListQuery({}, 20)).data?.items ?? [];
  const lists = useQueries({ queries: seasons.map(({ id }) => nominationListQuery(id, {}, 100)) });
  const found = new Map(
    lists.flatMap(({ data }) => (data?.items ?? []).map(({ id, seasonId }) => [id, seasonId] as const)),
  );
  return (nominationId) => found.get(nominationId);
}

function OneSessionPage() {
  const { t } = useTranslation('awards');
  const { sessionId } = Route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery(sessionId));
  const seasonOf = useSeasonOf();
  return (
    <SessionPage
      session={session}
      fileOf={({ id, title }) => {
        const seasonId = seasonOf(id);
        return (
          seasonId !== undefined && (
            <LinkButton
              to="/awards/$seasonId/nominations/$nominationId"
              params={{ seasonId, nominationId: id }}
              variant="default"
              size="xs"
              mih={36}
              aria-label={t('openFileOf', { name: title })}
            >
              {t('openFile')}
            </LinkButton>
          )
        );
      }}
    />
  );
}
