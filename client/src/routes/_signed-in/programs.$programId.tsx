import { Anchor, Group } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  Decision,
  Dossier,
  Eligibility,
  Funding,
  LegalBases,
  Objectives,
  Recipients,
  Reports,
  Targets,
  Tasks,
} from '@/features/programs/content';
import { SourceDocument } from '@/features/programs/document';
import { Policy } from '@/features/programs/policy';
import { policyVersionsQuery, programQuery } from '@/features/programs/queries';
import { inLanguage } from '@/shared/lib/labels';
import { formatDate } from '@/shared/lib/vi';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';

export const Route = createFileRoute('/_signed-in/programs/$programId')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(policyVersionsQuery(params.programId));
    return context.queryClient.ensureQueryData(programQuery(params.programId));
  },
  component: ProgramPage,
});

const PARTS = [
  ['policy', 'policy.title'],
  ['eligibility', 'eligibility.title'],
  ['targets', 'targets.title'],
  ['tasks', 'tasks.title'],
  ['dossier', 'dossier.title'],
  ['reports', 'reports.title'],
  ['funding', 'funding.title'],
  ['document', 'document.title'],
] as const;

function ProgramPage() {
  const { t } = useTranslation('programs');
  const { programId } = Route.useParams();
  const { data: program } = useSuspenseQuery(programQuery(programId));
  return (
    <>
      <PageHeader
        title={inLanguage(program.title, program.titleEn)}
        sub={[
          program.code,
          t(`kind.${program.kind}`),
          t('dates', { from: formatDate(program.periodFrom), to: formatDate(program.periodTo) }),
          t(`status.${program.status}`),
        ].join(' · ')}
        above={
          <LinkAnchor to="/programs" size="sm">
            {t('title')}
          </LinkAnchor>
        }
      />
      <Group component="nav" aria-label={t('onThisPage')} gap="md" mb="md" className="no-print">
        {PARTS.map(([id, label]) => (
          <Anchor key={id} href={`#${id}`} size="sm" py={4}>
            {t(label)}
          </Anchor>
        ))}
      </Group>
      <Decision program={program} />
      <Policy programId={programId} />
      <Eligibility program={program} />
      <Objectives program={program} />
      <Targets program={program} />
      <Tasks program={program} />
      <Dossier program={program} />
      <Reports program={program} />
      <Funding program={program} />
      <LegalBases program={program} />
      <Recipients program={program} />
      <SourceDocument program={program} />
    </>
  );
}
