import { createFileRoute } from '@tanstack/react-router';
import { EvaluateStart } from '@/features/training/evaluation-page';

export const Route = createFileRoute('/_public/evaluate/')({ component: EvaluateStart });
