import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { CouncilPage, type Matter } from '@/features/appraisals/council-page';
import { councilQuery, type Council } from '@/features/appraisals/queries';
import { nominationListQuery, seasonListQuery } from '@/features/awards/queries';
import { businessClockQuery } from '@/features/calendar/queries';
import { may } from '@/shared/lib/permissions';

export const Route = createFileRoute('/_signed-in/councils/$councilId')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(councilQuery(params.councilId)),
  component: OneCouncilPage,
});

/** What a session of the council can be called over: nominations that are being assessed or wait for it. */
function useMatters({ kind }: Council, enabled: boolean): Matter[] {
  const wanted = enabled && kind === 'awardPreliminary';
  const seasons = useQuery({ ...seasonListQuery({}, 20), enabled: wanted }).data?.items ?? [];
  const running = seasons.filter(({ status }) => status === 'open' || status === 'assessing');
  const lists = useQueries({ queries: running.map(({ id }) => nominationListQuery(id, {}, 100)) });
  return lists.flatMap(({ data }) =>
    (data?.items ?? [])
      .filter(({ status }) => status === 'dossierAccepted' || status === 'assessing')
      .map(({ id, code, enterpriseName }) => ({
        id,
        kind: 'awardNomination' as const,
        title: `${code} – ${enterpriseName}`,
      })),
  );
}

function OneCouncilPage() {
  const { councilId } = Route.useParams();
  const { session } = Route.useRouteContext();
  const { data: council } = useSuspenseQuery(councilQuery(councilId));
  const today = useQuery(businessClockQuery).data?.today;
  const matters = useMatters(council, may(session.permissions, 'councils.manage'));
  return <CouncilPage council={council} permissions={session.permissions} today={today} matters={matters} />;
}
