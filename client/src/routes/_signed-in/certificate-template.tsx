import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { CertificateDesigner } from '@/features/training/certificate-designer';
import { templateQuery } from '@/features/training/certificate-queries';

export const Route = createFileRoute('/_signed-in/certificate-template')({
  loader: ({ context }) => context.queryClient.ensureQueryData(templateQuery()),
  component: TemplatePage,
});

function TemplatePage() {
  const { data: template } = useSuspenseQuery(templateQuery());
  return <CertificateDesigner key={template.version} template={template} />;
}
