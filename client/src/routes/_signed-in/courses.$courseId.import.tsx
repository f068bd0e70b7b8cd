import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { ImportFindings } from '@/features/enterprises/import-findings';
import { ImportList } from '@/features/training/import-list';
import { courseQuery } from '@/features/training/queries';

export const Route = createFileRoute('/_signed-in/courses/$courseId/import')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(courseQuery(params.courseId)),
  component: ImportListPage,
});

function ImportListPage() {
  const { courseId } = Route.useParams();
  const { data: answer } = useSuspenseQuery(courseQuery(courseId));
  return (
    <ImportList
      course={answer.data}
      findings={(check) => <ImportFindings check={{ ...check, warningCount: 0, warnings: [] }} />}
    />
  );
}
