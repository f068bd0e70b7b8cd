import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditCommendationEditor } from '@/features/commendations/commendation-form';
import { toInput } from '@/features/commendations/form-values';
import { commendationQuery, useUpdate } from '@/features/commendations/queries';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/commendations/$proposalId/edit')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(commendationQuery(params.proposalId)),
  component: EditCommendationPage,
});

function EditCommendationPage() {
  const { t } = useTranslation('commendations');
  const navigate = useNavigate();
  const { proposalId } = Route.useParams();
  const query = useSuspenseQuery(commendationQuery(proposalId));
  const update = useUpdate(proposalId);
  // The version that the form was filled from: a newer one in the cache must not overwrite what somebody else saved.
  const [base, setBase] = useState(query.data);
  const back = { to: '/commendations/$proposalId', params: { proposalId } } as const;
  return (
    <>
      <PageHeader
        title={t('editNamed', { code: base.data.code })}
        above={
          <LinkAnchor {...back} size="sm">
            {base.data.name}
          </LinkAnchor>
        }
      />
      <EditCommendationEditor
        proposal={base.data}
        submitLabel={t('save')}
        onCancel={() => void navigate(back)}
        onReload={() => {
          void query.refetch().then(({ data }) => {
            if (!data) return;
            setBase(data);
            notifyDone(t('reloaded'));
          });
        }}
        onSubmit={async (values) => {
          await update.mutateAsync({ input: toInput(values), etag: base.etag });
          notifyDone(t('saved'));
          await navigate({ ...back, ignoreBlocker: true });
        }}
      />
    </>
  );
}
