import { createFileRoute } from '@tanstack/react-router';
import { RoomEvaluation } from '@/features/training/room-evaluation';

export const Route = createFileRoute('/_signed-in/courses/$courseId/evaluation-room')({
  component: RoomPage,
});

function RoomPage() {
  return <RoomEvaluation courseId={Route.useParams().courseId} />;
}
