import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { businessClockQuery } from '@/features/calendar/queries';
import { EnterpriseEditor } from '@/features/enterprises/enterprise-form';
import { useRegisterEnterprise } from '@/features/enterprises/queries';
import { may } from '@/shared/lib/permissions';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/enterprises/new')({
  loader: ({ context }) => context.queryClient.ensureQueryData(businessClockQuery),
  component: NewEnterprisePage,
});

function NewEnterprisePage() {
  const { t } = useTranslation('enterprises');
  const navigate = useNavigate();
  const { session } = Route.useRouteContext();
  const { data: clock } = useSuspenseQuery(businessClockQuery);
  const register = useRegisterEnterprise();
  // One form, one act: a second press after a lost answer must not register twice.
  const act = useRef({ sent: '', key: '' });
  return (
    <>
      <PageHeader
        title={t('register')}
        sub={t('registerHint')}
        above={
          <LinkAnchor to="/enterprises" size="sm">
            {t('title')}
          </LinkAnchor>
        }
      />
      <EnterpriseEditor
        today={clock.today}
        mayOverride={may(session.permissions, 'enterprises.overrideTaxCode')}
        submitLabel={t('register')}
        onCancel={() => void navigate({ to: '/enterprises' })}
        onSubmit={async (input) => {
          const sent = JSON.stringify(input);
          if (act.current.sent !== sent) act.current = { sent, key: newIdempotencyKey() };
          const { data } = await register.mutateAsync({ input, key: act.current.key });
          notifyDone(t('registered', { name: data.name }));
          await navigate({
            to: '/enterprises/$enterpriseId',
            params: { enterpriseId: data.id },
            ignoreBlocker: true,
          });
        }}
      />
    </>
  );
}
