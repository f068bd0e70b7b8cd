import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CourseEditor } from '@/features/training/course-form';
import { courseQuery, useUpdateCourse } from '@/features/training/queries';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/courses/$courseId/edit')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(courseQuery(params.courseId)),
  component: EditCoursePage,
});

function EditCoursePage() {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  const { courseId } = Route.useParams();
  const query = useSuspenseQuery(courseQuery(courseId));
  const update = useUpdateCourse(courseId);
  // The version that the form was filled from: a newer one in the cache must not overwrite what somebody else saved.
  const [base, setBase] = useState(query.data);
  return (
    <>
      <PageHeader
        title={t('editNamed', { name: base.data.title })}
        above={
          <LinkAnchor to="/courses/$courseId" params={{ courseId }} size="sm">
            {base.data.title}
          </LinkAnchor>
        }
      />
      <CourseEditor
        course={base.data}
        submitLabel={t('save')}
        onCancel={() => void navigate({ to: '/courses/$courseId', params: { courseId } })}
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
          await navigate({ to: '/courses/$courseId', params: { courseId }, ignoreBlocker: true });
        }}
      />
    </>
  );
}
