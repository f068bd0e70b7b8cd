import { createFileRoute } from '@tanstack/react-router';
import { VerifyPage } from '@/features/training/verify-page';

export const Route = createFileRoute('/_public/verify/$code')({ component: OneVerifyPage });

function OneVerifyPage() {
  return <VerifyPage code={Route.useParams().code} />;
}
