import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { CourseEditor } from '@/features/training/course-form';
import { usePlanCourse } from '@/features/training/queries';
import { LinkAnchor } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/courses/new')({ component: NewCoursePage });

function NewCoursePage() {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  const plan = usePlanCourse();
  // One form, one act: a second press after a lost answer must not plan twice.
  const act = useRef({ sent: '', key: '' });
  return (
    <>
      <PageHeader
        title={t('plan')}
        sub={t('planHint')}
        above={
          <LinkAnchor to="/courses" size="sm">
            {t('title')}
          </LinkAnchor>
        }
      />
      <CourseEditor
        submitLabel={t('plan')}
        onCancel={() => void navigate({ to: '/courses' })}
        onSubmit={async (input) => {
          const sent = JSON.stringify(input);
          if (act.current.sent !== sent) act.current = { sent, key: newIdempotencyKey() };
          const { data } = await plan.mutateAsync({ input, key: act.current.key });
          notifyDone(t('planned', { code: data.code }));
          await navigate({ to: '/courses/$courseId', params: { courseId: data.id }, ignoreBlocker: true });
        }}
      />
    </>
  );
}
