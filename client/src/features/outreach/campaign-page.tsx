import { Button } from '@mantine/core';
import { IconEdit, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '@/shared/lib/labels';
import type { Permissions } from '@/shared/lib/permissions';
import { formatDate } from '@/shared/lib/vi';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { DescriptionList } from '@/shared/ui/description-list';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { AddProspectDialog } from './add-prospect';
import { Board } from './board';
import './i18n';
import { useCampaignAct, type VersionedCampaign } from './queries';
import type { ProspectSearch } from './search';
import { CampaignStatusBadge } from './status-label';

type CampaignPageProps = { answer: VersionedCampaign; search: ProspectSearch; permissions: Permissions };

export function CampaignPage({ answer, search, permissions }: CampaignPageProps) {
  const { t } = useTranslation('outreach');
  const { data: campaign } = answer;
  const [asked, setAsked] = useState<'close' | 'reopen' | 'add' | null>(null);
  const can = (action: (typeof campaign.allowedActions)[number]) => campaign.allowedActions.includes(action);
  const addButton = can('addProspect') && (
    <Button
      variant="default"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setAsked('add')}
    >
      {t('add.open')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={campaign.title}
        sub={<CampaignStatusBadge status={campaign.status} />}
        above={
          <LinkAnchor to="/outreach" size="sm">
            {t('title')}
          </LinkAnchor>
        }
        actions={
          <>
            {can('close') && (
              <Button variant="default" onClick={() => setAsked('close')}>
                {t('campaign.close')}
              </Button>
            )}
            {can('reopen') && (
              <Button variant="default" onClick={() => setAsked('reopen')}>
                {t('campaign.reopen')}
              </Button>
            )}
            {can('update') && (
              <LinkButton
                to="/outreach/$campaignId/edit"
                params={{ campaignId: campaign.id }}
                leftSection={<IconEdit size={16} aria-hidden />}
              >
                {t('edit')}
              </LinkButton>
            )}
          </>
        }
      />
      <Board
        scope={{ campaignId: campaign.id }}
        search={search}
        add={addButton}
        about={
          <Section title={t('campaign.about')}>
            <DescriptionList
              items={[
                {
                  term: t('campaign.program'),
                  value: (
                    <LinkAnchor
                      to="/programs/$programId"
                      params={{ programId: campaign.programId }}
                      size="sm"
                    >
                      {`${campaign.programCode} – ${campaign.programShortTitle}`}
                    </LinkAnchor>
                  ),
                },
                {
                  term: t('campaign.period'),
                  value: t('campaign.fromTo', {
                    from: formatDate(campaign.startsOn),
                    to: formatDate(campaign.endsOn),
                  }),
                },
                {
                  term: t('campaign.districts'),
                  value:
                    campaign.districts.map(({ nameVi, nameEn }) => inLanguage(nameVi, nameEn)).join(', ') ||
                    t('campaign.whole'),
                },
                { term: t('campaign.note'), value: campaign.note },
              ]}
            />
          </Section>
        }
      />
      {asked === 'add' && (
        <AddProspectDialog
          campaignId={campaign.id}
          permissions={permissions}
          onClose={() => setAsked(null)}
        />
      )}
      {(asked === 'close' || asked === 'reopen') && (
        <CampaignActDialog answer={answer} action={asked} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

function CampaignActDialog({
  answer,
  action,
  onClose,
}: {
  answer: VersionedCampaign;
  action: 'close' | 'reopen';
  onClose: () => void;
}) {
  const { t } = useTranslation('outreach');
  const { mutateAsync } = useCampaignAct(answer);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('campaign.confirm', { act: t(`campaign.${action}`), name: answer.data.title })}
      consequence={t(`campaign.${action}Consequence`)}
      verb={t(`campaign.${action}`)}
      onConfirm={async () => {
        await mutateAsync(action);
        notifyDone(t(action === 'close' ? 'campaign.closed' : 'campaign.reopened'));
      }}
    />
  );
}
