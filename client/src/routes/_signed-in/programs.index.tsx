import { createFileRoute } from '@tanstack/react-router';
import { ProgramList } from '@/features/programs/program-list';
import { listSearch } from '@/shared/lib/use-list-state';

export const Route = createFileRoute('/_signed-in/programs/')({
  validateSearch: listSearch.omit({ q: true }),
  component: ProgramsPage,
});

function ProgramsPage() {
  return <ProgramList search={Route.useSearch()} />;
}
