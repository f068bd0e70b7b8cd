import { createFileRoute } from '@tanstack/react-router';
import { EnrollmentList } from '@/features/enrollments/enrollment-list';
import { enrollmentListQuery } from '@/features/enrollments/queries';
import { enrollmentSearch } from '@/features/enrollments/search';
import { DEFAULT_PAGE_SIZE } from '@/shared/lib/use-list-state';

export const Route = createFileRoute('/_signed-in/enrollments/')({
  validateSearch: enrollmentSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(enrollmentListQuery(deps, deps.limit ?? DEFAULT_PAGE_SIZE));
  },
  component: EnrollmentsPage,
});

function EnrollmentsPage() {
  const search = Route.useSearch();
  const { session } = Route.useRouteContext();
  return <EnrollmentList search={search} mayCreate={session.permissions.has('enrollments.create')} />;
}
