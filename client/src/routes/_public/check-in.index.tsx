import { createFileRoute } from '@tanstack/react-router';
import { CheckInStart } from '@/features/training/check-in-page';

export const Route = createFileRoute('/_public/check-in/')({ component: CheckInStart });
