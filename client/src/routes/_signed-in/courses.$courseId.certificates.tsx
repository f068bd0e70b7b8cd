import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { certificateListQuery } from '@/features/training/certificate-queries';
import { Certificates } from '@/features/training/certificates';
import { CourseTabs } from '@/features/training/course-tabs';
import { courseQuery } from '@/features/training/queries';
import { may } from '@/shared/lib/permissions';
import { ErrorState } from '@/shared/ui/error-state';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/courses/$courseId/certificates')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(courseQuery(params.courseId)),
  component: CertificatesPage,
});

function CertificatesPage() {
  const { t } = useTranslation('training');
  const { courseId } = Route.useParams();
  const { session } = Route.useRouteContext();
  const { data: answer } = useSuspenseQuery(courseQuery(courseId));
  const query = useInfiniteQuery(certificateListQuery(courseId));
  return (
    <>
      <PageHeader
        title={t('certificates.title')}
        sub={`${answer.data.title} (${answer.data.code})`}
        above={
          <LinkAnchor to="/courses" size="sm">
            {t('title')}
          </LinkAnchor>
        }
      />
      <CourseTabs courseId={courseId} current="certificates" />
      {query.isPending && <Skeleton height={240} aria-label={t('certificates.loading')} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && query.data.pages[0] && (
        <Certificates
          courseId={courseId}
          list={query.data.pages[0]}
          certificates={query.data.pages.flatMap((page) => page.items)}
          more={
            query.hasNextPage && (
              <Button
                variant="default"
                mt="md"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('open.more')}
              </Button>
            )
          }
          mayDesign={may(session.permissions, 'courses.manage')}
        />
      )}
    </>
  );
}
