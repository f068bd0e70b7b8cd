import { createFileRoute } from '@tanstack/react-router';
import { RoomCheckIn } from '@/features/training/room-check-in';

export const Route = createFileRoute('/_signed-in/courses/$courseId/check-in/$sessionId')({
  component: RoomPage,
});

function RoomPage() {
  const { courseId, sessionId } = Route.useParams();
  return <RoomCheckIn courseId={courseId} sessionId={sessionId} />;
}
