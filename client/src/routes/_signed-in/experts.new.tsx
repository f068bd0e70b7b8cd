import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { businessClockQuery } from '@/features/calendar/queries';
import { ExpertEditor } from '@/features/experts/expert-form';
import { useRegisterExpert } from '@/features/experts/queries';
import { useOnceKey } from '@/shared/lib/use-once';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/experts/new')({
  loader: ({ context }) => context.queryClient.ensureQueryData(businessClockQuery),
  component: NewExpertPage,
});

function NewExpertPage() {
  const { t } = useTranslation('experts');
  const navigate = useNavigate();
  const { mutateAsync } = useRegisterExpert();
  const keyFor = useOnceKey();
  const { data: clock } = useSuspenseQuery(businessClockQuery);
  return (
    <>
      <PageHeader
        title={t('register')}
        sub={t('registerHint')}
        above={
          <LinkAnchor to="/experts" size="sm">
            {t('title')}
          </LinkAnchor>
        }
      />
      <ExpertEditor
        today={clock.today}
        submitLabel={t('register')}
        onCancel={() => void navigate({ to: '/experts' })}
        onSubmit={async (expert, isDifferentPerson) => {
          const request = { expert, isDifferentPerson };
          const { data } = await mutateAsync({ request, key: keyFor(request) });
          notifyDone(t('registered', { name: data.fullName }));
          await navigate({ to: '/experts/$expertId', params: { expertId: data.id }, ignoreBlocker: true });
        }}
      />
    </>
  );
}
