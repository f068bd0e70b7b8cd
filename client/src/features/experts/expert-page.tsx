import { Box, Button, Stack, Text } from '@mantine/core';
import { IconEdit } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/client';
import { may, type Permissions } from '@/shared/lib/permissions';
import { problemText } from '@/shared/lib/problem';
import { formatDate } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { DescriptionList } from '@/shared/ui/description-list';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { Assignments } from './assignments';
import './i18n';
import { useExpertAct, type VersionedExpert } from './queries';
import { ExpertStatusBadge } from './status-label';
import { Trainings } from './trainings';

type ExpertPageProps = { answer: VersionedExpert; today: string; permissions: Permissions };

export function ExpertPage({ answer, today, permissions }: ExpertPageProps) {
  const { t } = useTranslation('experts');
  const { data: expert } = answer;
  const [asked, setAsked] = useState<'deactivate' | 'reactivate' | null>(null);
  const can = (action: (typeof expert.allowedActions)[number]) => expert.allowedActions.includes(action);
  const blocked = expert.blockedActions.find(({ action }) => action === 'deactivate');
  return (
    <>
      <PageHeader
        title={expert.fullName}
        sub={<ExpertStatusBadge status={expert.status} />}
        above={
          <LinkAnchor to="/experts" size="sm">
            {t('title')}
          </LinkAnchor>
        }
        actions={
          <>
            {can('deactivate') && (
              <Button variant="default" onClick={() => setAsked('deactivate')}>
                {t('acts.deactivate')}
              </Button>
            )}
            {can('reactivate') && (
              <Button variant="default" onClick={() => setAsked('reactivate')}>
                {t('acts.reactivate')}
              </Button>
            )}
            {can('update') && (
              <LinkButton
                to="/experts/$expertId/edit"
                params={{ expertId: expert.id }}
                leftSection={<IconEdit size={16} aria-hidden />}
              >
                {t('edit')}
              </LinkButton>
            )}
          </>
        }
      />
      {expert.isIllustrative && (
        <Box mb="md">
          <Banner tone="info" title={t('illustrative')} />
        </Box>
      )}
      <Stack gap={0}>
        <Section title={t('profile')}>
          <DescriptionList
            items={[
              { term: t('form.agency'), value: expert.agencyName },
              { term: t('form.position'), value: expert.position },
              { term: t('form.sourceGroup'), value: t(`groups.${expert.sourceGroup}`) },
              {
                term: t('appointment'),
                value:
                  expert.appointmentNumber &&
                  expert.appointedOn &&
                  t('appointmentOf', {
                    number: expert.appointmentNumber,
                    date: formatDate(expert.appointedOn),
                  }),
              },
              { term: t('form.phone'), value: expert.phone },
              { term: t('form.email'), value: expert.email },
              { term: t('form.userName'), value: expert.userName },
              ...(expert.inactiveSince
                ? [
                    {
                      term: t('inactive'),
                      value: `${formatDate(expert.inactiveSince)} · ${expert.inactiveReason ?? ''}`,
                    },
                  ]
                : []),
            ]}
          />
          {blocked && (
            <Text size="sm" c="dimmed" mt="xs">
              {t('blocked', {
                act: t('acts.deactivate'),
                reason: problemText(new ApiError(409, { code: blocked.code, args: blocked.args })).title,
              })}
            </Text>
          )}
        </Section>
        <Trainings answer={answer} today={today} />
        <Assignments
          of={{ expert, seesEnterprises: may(permissions, 'enterprises.read') }}
          today={today}
          mayAssign={can('assign')}
        />
      </Stack>
      {asked && <ActDialog answer={answer} action={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function ActDialog({
  answer,
  action,
  onClose,
}: {
  answer: VersionedExpert;
  action: 'deactivate' | 'reactivate';
  onClose: () => void;
}) {
  const { t } = useTranslation('experts');
  const { mutateAsync } = useExpertAct(answer);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('acts.title', { act: t(`acts.${action}`), name: answer.data.fullName })}
      consequence={t(`acts.${action}Consequence`)}
      verb={t(`acts.${action}`)}
      danger={action === 'deactivate'}
      {...(action === 'deactivate' && { reason: { label: t('reason'), required: true } })}
      onConfirm={async (reason) => {
        await mutateAsync(action === 'deactivate' ? { action, reason } : { action });
        notifyDone(t(`acts.${action}Done`));
      }}
    />
  );
}
