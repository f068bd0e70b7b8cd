import { createFileRoute } from '@tanstack/react-router';
import { NotFoundPage } from '@/app/route-states';

/** An address that leads nowhere still stands in the frame, with the navigation at hand. */
export const Route = createFileRoute('/_signed-in/$')({ component: NotFoundPage });
