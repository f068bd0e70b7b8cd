import { Skeleton } from '@mantine/core';
import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/client';
import { ConflictGate } from '@/features/appraisals/declare';
import { sessionListQuery, sessionQuery } from '@/features/appraisals/queries';
import { NominationPage } from '@/features/awards/nomination-page';
import { nominationQuery, seasonQuery } from '@/features/awards/queries';
import { businessClockQuery } from '@/features/calendar/queries';
import { may } from '@/shared/lib/permissions';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import '@/features/appraisals/i18n';

export const Route = createFileRoute('/_signed-in/awards/$seasonId/nominations/$nominationId')({
  loader: async ({ context: { queryClient }, params: { seasonId, nominationId } }) => {
    // A member of a council may have to declare first: the page tells that apart from other refusals.
    void queryClient.prefetchQuery(nominationQuery(seasonId, nominationId));
    await queryClient.ensureQueryData(seasonQuery(seasonId));
  },
  component: OneNominationPage,
});

function OneNominationPage() {
  const { t } = useTranslation('appraisals');
  const { seasonId, nominationId } = Route.useParams();
  const { session } = Route.useRouteContext();
  const { data: season } = useSuspenseQuery(seasonQuery(seasonId));
  const query = useQuery({ ...nominationQuery(seasonId, nominationId), retry: false });
  const today = useQuery(businessClockQuery).data?.today;
  const called = useQuery({
    ...sessionListQuery({ subjectId: nominationId }),
    enabled: may(session.permissions, 'councils.read'),
  }).data;
  const sessions = useQueries({ queries: (called ?? []).map(({ id }) => sessionQuery(id)) });
  const { data: answer, error } = query;
  const code = error instanceof ApiError ? error.code : undefined;
  const first = called?.[0];
  if (code === 'council.recused') {
    return (
      <>
        <PageHeader title={t('declare.title')} />
        <EmptyState title={t('declare.recused')} hint={t('declare.recusedHint')} />
      </>
    );
  }
  if (code === 'council.declareFirst') {
    if (!first) return <Skeleton height={240} aria-hidden />;
    return (
      <ConflictGate
        sessionId={first.id}
        subjectId={nominationId}
        title={first.subjects.find(({ id }) => id === nominationId)?.title ?? ''}
        onDeclared={() => void query.refetch()}
      />
    );
  }
  if (error && !answer) throw error;
  if (!answer) return <Skeleton height={480} aria-hidden />;
  return (
    <NominationPage
      key={nominationId}
      answer={answer}
      season={season.data}
      today={today}
      sessions={sessions.flatMap(({ data }) => data ?? [])}
    />
  );
}
