import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { businessClockQuery } from '@/features/calendar/queries';
import { EnterpriseEditor } from '@/features/enterprises/enterprise-form';
import { enterpriseQuery, useUpdateEnterprise } from '@/features/enterprises/queries';
import { may } from '@/shared/lib/permissions';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/enterprises/$enterpriseId/edit')({
  loader: ({ context, params }) =>
    Promise.all([
      context.queryClient.ensureQueryData(enterpriseQuery(params.enterpriseId)),
      context.queryClient.ensureQueryData(businessClockQuery),
    ]),
  component: EditEnterprisePage,
});

function EditEnterprisePage() {
  const { t } = useTranslation('enterprises');
  const navigate = useNavigate();
  const { enterpriseId } = Route.useParams();
  const { session } = Route.useRouteContext();
  const query = useSuspenseQuery(enterpriseQuery(enterpriseId));
  const { data: clock } = useSuspenseQuery(businessClockQuery);
  const update = useUpdateEnterprise(enterpriseId);
  // The version that the form was filled from: a newer one in the cache must not overwrite what somebody else saved.
  const [base, setBase] = useState(query.data);
  const back = () =>
    navigate({ to: '/enterprises/$enterpriseId', params: { enterpriseId }, ignoreBlocker: true });
  return (
    <>
      <PageHeader
        title={t('editNamed', { name: base.data.name })}
        above={
          <LinkAnchor to="/enterprises/$enterpriseId" params={{ enterpriseId }} size="sm">
            {base.data.name}
          </LinkAnchor>
        }
      />
      <EnterpriseEditor
        enterprise={base.data}
        today={clock.today}
        mayOverride={may(session.permissions, 'enterprises.overrideTaxCode')}
        submitLabel={t('save')}
        onCancel={() => void navigate({ to: '/enterprises/$enterpriseId', params: { enterpriseId } })}
        onReload={() => {
          void query.refetch().then(({ data }) => {
            if (!data) return;
            setBase(data);
            notifyDone(t('reloaded'));
          });
        }}
        onSubmit={async (input) => {
          await update.mutateAsync({ input, etag: base.etag });
          notifyDone(t('saved'));
          await back();
        }}
      />
    </>
  );
}
