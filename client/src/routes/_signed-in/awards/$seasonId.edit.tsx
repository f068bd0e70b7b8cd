import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seasonQuery, useUpdateSeason } from '@/features/awards/queries';
import { SeasonEditor } from '@/features/awards/season-form';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/awards/$seasonId/edit')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(seasonQuery(params.seasonId)),
  component: EditSeasonPage,
});

function EditSeasonPage() {
  const { t } = useTranslation('awards');
  const navigate = useNavigate();
  const { seasonId } = Route.useParams();
  const query = useSuspenseQuery(seasonQuery(seasonId));
  const update = useUpdateSeason(seasonId);
  // The version that the form was filled from: a newer one in the cache must not overwrite what somebody else saved.
  const [base, setBase] = useState(query.data);
  return (
    <>
      <PageHeader
        title={t('season.editNamed', { name: base.data.title })}
        above={
          <LinkAnchor to="/awards/$seasonId" params={{ seasonId }} size="sm">
            {base.data.title}
          </LinkAnchor>
        }
      />
      <SeasonEditor
        season={base.data}
        year={base.data.year}
        submitLabel={t('season.save')}
        onCancel={() => void navigate({ to: '/awards/$seasonId', params: { seasonId } })}
        onReload={() => {
          void query.refetch().then(({ data }) => {
            if (!data) return;
            setBase(data);
            notifyDone(t('season.reloaded'));
          });
        }}
        onSubmit={async (input) => {
          await update.mutateAsync({ input, etag: base.etag });
          notifyDone(t('season.saved'));
          await navigate({ to: '/awards/$seasonId', params: { seasonId }, ignoreBlocker: true });
        }}
      />
    </>
  );
}
