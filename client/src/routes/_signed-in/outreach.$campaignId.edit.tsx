import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CampaignEditor } from '@/features/outreach/campaign-form';
import { campaignQuery, useUpdateCampaign } from '@/features/outreach/queries';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/outreach/$campaignId/edit')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(campaignQuery(params.campaignId)),
  component: EditCampaignPage,
});

function EditCampaignPage() {
  const { t } = useTranslation('outreach');
  const navigate = useNavigate();
  const { campaignId } = Route.useParams();
  const query = useSuspenseQuery(campaignQuery(campaignId));
  const { mutateAsync } = useUpdateCampaign(campaignId);
  // The version that the form was filled from: a newer one in the cache must not overwrite what somebody else saved.
  const [base, setBase] = useState(query.data);
  const back = { to: '/outreach/$campaignId', params: { campaignId } } as const;
  return (
    <>
      <PageHeader
        title={t('editNamed', { name: base.data.title })}
        above={
          <LinkAnchor {...back} size="sm">
            {base.data.title}
          </LinkAnchor>
        }
      />
      <CampaignEditor
        campaign={base.data}
        submitLabel={t('save')}
        onCancel={() => void navigate(back)}
        onReload={() => {
          void query.refetch().then(({ data }) => {
            if (!data) return;
            setBase(data);
            notifyDone(t('reloaded'));
          });
        }}
        onSubmit={async (_, input) => {
          await mutateAsync({ input, etag: base.etag });
          notifyDone(t('saved'));
          await navigate({ ...back, ignoreBlocker: true });
        }}
      />
    </>
  );
}
