import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ImportEnterprises } from '@/features/enterprises/import-enterprises';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/enterprises/import')({
  component: ImportEnterprisesPage,
});

function ImportEnterprisesPage() {
  const { t } = useTranslation('enterprises');
  return (
    <>
      <PageHeader
        title={t('import.title')}
        sub={t('import.sub')}
        above={
          <LinkAnchor to="/enterprises" size="sm">
            {t('title')}
          </LinkAnchor>
        }
      />
      <ImportEnterprises />
    </>
  );
}
