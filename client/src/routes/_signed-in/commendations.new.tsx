import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { businessClockQuery } from '@/features/calendar/queries';
import { NewCommendationEditor } from '@/features/commendations/commendation-form';
import { toRequest } from '@/features/commendations/form-values';
import { usePropose } from '@/features/commendations/queries';
import { useOnceKey } from '@/shared/lib/use-once';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/commendations/new')({
  loader: ({ context }) => context.queryClient.ensureQueryData(businessClockQuery),
  component: NewCommendationPage,
});

function NewCommendationPage() {
  const { t } = useTranslation('commendations');
  const navigate = useNavigate();
  const { data: clock } = useSuspenseQuery(businessClockQuery);
  const propose = usePropose();
  const keyFor = useOnceKey();
  return (
    <>
      <PageHeader
        title={t('propose')}
        sub={t('proposeHint')}
        above={
          <LinkAnchor to="/commendations" size="sm">
            {t('title')}
          </LinkAnchor>
        }
      />
      <NewCommendationEditor
        year={Number(clock.today.slice(0, 4))}
        submitLabel={t('propose')}
        onCancel={() => void navigate({ to: '/commendations' })}
        onSubmit={async (values) => {
          const request = toRequest(values);
          const { data } = await propose.mutateAsync({ request, key: keyFor(request) });
          notifyDone(t('proposed', { code: data.code }));
          await navigate({
            to: '/commendations/$proposalId',
            params: { proposalId: data.id },
            ignoreBlocker: true,
          });
        }}
      />
    </>
  );
}
