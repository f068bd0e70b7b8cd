import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { businessClockQuery } from '@/features/calendar/queries';
import { ExpertEditor } from '@/features/experts/expert-form';
import { expertQuery, useUpdateExpert } from '@/features/experts/queries';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/experts/$expertId/edit')({
  loader: ({ context, params }) =>
    Promise.all([
      context.queryClient.ensureQueryData(expertQuery(params.expertId)),
      context.queryClient.ensureQueryData(businessClockQuery),
    ]),
  component: EditExpertPage,
});

function EditExpertPage() {
  const { t } = useTranslation('experts');
  const navigate = useNavigate();
  const { expertId } = Route.useParams();
  const query = useSuspenseQuery(expertQuery(expertId));
  const { data: clock } = useSuspenseQuery(businessClockQuery);
  const { mutateAsync } = useUpdateExpert(expertId);
  // The version that the form was filled from: a newer one in the cache must not overwrite what somebody else saved.
  const [base, setBase] = useState(query.data);
  return (
    <>
      <PageHeader
        title={t('editNamed', { name: base.data.fullName })}
        above={
          <LinkAnchor to="/experts/$expertId" params={{ expertId }} size="sm">
            {base.data.fullName}
          </LinkAnchor>
        }
      />
      <ExpertEditor
        expert={base.data}
        today={clock.today}
        submitLabel={t('save')}
        onCancel={() => void navigate({ to: '/experts/$expertId', params: { expertId } })}
        onReload={() => {
          void query.refetch().then(({ data }) => {
            if (!data) return;
            setBase(data);
            notifyDone(t('reloaded'));
          });
        }}
        onSubmit={async (input) => {
          await mutateAsync({ input, etag: base.etag });
          notifyDone(t('saved'));
          await navigate({ to: '/experts/$expertId', params: { expertId }, ignoreBlocker: true });
        }}
      />
    </>
  );
}
