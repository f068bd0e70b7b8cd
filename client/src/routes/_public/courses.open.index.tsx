import { createFileRoute } from '@tanstack/react-router';
import { OpenCourses } from '@/features/training/open-courses';
import { openCoursesQuery } from '@/features/training/public-queries';
import { openCourseSearch } from '@/features/training/search';

export const Route = createFileRoute('/_public/courses/open/')({
  validateSearch: openCourseSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(openCoursesQuery(deps));
  },
  component: OpenCoursesPage,
});

function OpenCoursesPage() {
  return <OpenCourses search={Route.useSearch()} />;
}
