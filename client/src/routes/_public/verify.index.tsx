import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { VerifyStart } from '@/features/training/verify-page';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_public/verify/')({ component: VerifyStartPage });

function VerifyStartPage() {
  const { t } = useTranslation('training');
  return (
    <>
      <PageHeader title={t('verify.title')} sub={t('verify.intro')} />
      <VerifyStart />
    </>
  );
}
