import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CampaignEditor } from '@/features/outreach/campaign-form';
import { usePlanCampaign } from '@/features/outreach/queries';
import { useOnceKey } from '@/shared/lib/use-once';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/outreach/new')({ component: NewCampaignPage });

function NewCampaignPage() {
  const { t } = useTranslation('outreach');
  const navigate = useNavigate();
  const { mutateAsync } = usePlanCampaign();
  const keyFor = useOnceKey();
  return (
    <>
      <PageHeader
        title={t('plan')}
        sub={t('planHint')}
        above={
          <LinkAnchor to="/outreach" size="sm">
            {t('title')}
          </LinkAnchor>
        }
      />
      <CampaignEditor
        submitLabel={t('plan')}
        onCancel={() => void navigate({ to: '/outreach' })}
        onSubmit={async (programId, campaign) => {
          const request = { programId, campaign };
          const { data } = await mutateAsync({ request, key: keyFor(request) });
          notifyDone(t('planned'));
          await navigate({
            to: '/outreach/$campaignId',
            params: { campaignId: data.id },
            ignoreBlocker: true,
          });
        }}
      />
    </>
  );
}
