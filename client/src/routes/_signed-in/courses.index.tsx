import { createFileRoute } from '@tanstack/react-router';
import { CourseList } from '@/features/training/course-list';
import { courseListQuery } from '@/features/training/queries';
import { courseSearch } from '@/features/training/search';
import { DEFAULT_PAGE_SIZE } from '@/shared/lib/use-list-state';

export const Route = createFileRoute('/_signed-in/courses/')({
  validateSearch: courseSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(courseListQuery(deps, deps.limit ?? DEFAULT_PAGE_SIZE));
  },
  component: CoursesPage,
});

function CoursesPage() {
  const search = Route.useSearch();
  const { session } = Route.useRouteContext();
  return <CourseList search={search} permissions={session.permissions} />;
}
