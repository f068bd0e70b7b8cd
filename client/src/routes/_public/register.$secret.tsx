import { useQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OwnRegistrationPage } from '@/features/training/own-registration';
import { PublicAnswer } from '@/features/training/public-answer';
import { ownRegistrationQuery } from '@/features/training/public-queries';

export const Route = createFileRoute('/_public/register/$secret')({ component: OwnPage });

function OwnPage() {
  const { t } = useTranslation('training');
  const { secret } = Route.useParams();
  const query = useQuery(ownRegistrationQuery(secret));
  return (
    <PublicAnswer title={t('own.title')} query={query}>
      {({ data }) => <OwnRegistrationPage own={data} secret={secret} />}
    </PublicAnswer>
  );
}
