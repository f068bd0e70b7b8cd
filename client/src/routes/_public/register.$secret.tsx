import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { OwnRegistrationPage } from '@/features/training/own-registration';
import { ownRegistrationQuery } from '@/features/training/public-queries';

export const Route = createFileRoute('/_public/register/$secret')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(ownRegistrationQuery(params.secret)),
  component: OwnPage,
});

function OwnPage() {
  const { secret } = Route.useParams();
  const { data: answer } = useSuspenseQuery(ownRegistrationQuery(secret));
  return <OwnRegistrationPage own={answer.data} secret={secret} />;
}
