import { useQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePlanSeason } from '@/features/awards/queries';
import { SeasonEditor } from '@/features/awards/season-form';
import { useOnceKey } from '@/shared/lib/use-once';
import { businessClockQuery } from '@/features/calendar/queries';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/awards/new')({ component: NewSeasonPage });

function NewSeasonPage() {
  const { t } = useTranslation('awards');
  const navigate = useNavigate();
  const plan = usePlanSeason();
  const keyFor = useOnceKey();
  const today = useQuery(businessClockQuery).data?.today;
  return (
    <>
      <PageHeader
        title={t('seasons.plan')}
        sub={t('seasons.planHint')}
        above={
          <LinkAnchor to="/awards" size="sm">
            {t('title')}
          </LinkAnchor>
        }
      />
      {today !== undefined && (
        <SeasonEditor
          year={Number(today.slice(0, 4))}
          submitLabel={t('seasons.plan')}
          onCancel={() => void navigate({ to: '/awards' })}
          onSubmit={async (input) => {
            const { data } = await plan.mutateAsync({ input, key: keyFor(input) });
            notifyDone(t('seasons.planned', { title: data.title }));
            await navigate({
              to: '/awards/$seasonId',
              params: { seasonId: data.id },
              ignoreBlocker: true,
            });
          }}
        />
      )}
    </>
  );
}
