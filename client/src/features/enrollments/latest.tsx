import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { Section } from '@/shared/ui/section';
import './i18n';
import { enrollmentListQuery } from './queries';
import { EnrollmentRows } from './rows';
import { RowsSkeleton } from './rows-skeleton';
import type { EnrollmentStatus } from './status';

const SHOWN = 5;

/** These stand under "waiting for me" of an applicant already. */
const WITH_APPLICANT: readonly EnrollmentStatus[] = ['draft', 'supplementRequired'];

/** The newest dossiers: an enterprise's own, or those of the province for who reads along. */
export function LatestEnrollments({ isApplicant }: { isApplicant: boolean }) {
  const { t } = useTranslation('enrollments');
  const query = useQuery(enrollmentListQuery({}, SHOWN));
  const { data, error, isPending } = query;
  const count = data?.count ?? 0;
  const rows = data?.items.filter(({ status }) => !(isApplicant && WITH_APPLICANT.includes(status))) ?? [];
  if (count > 0 && rows.length === 0) return null;
  return (
    <Section
      title={t(isApplicant ? 'latest.own' : 'latest.title')}
      actions={count > SHOWN && <LinkAnchor to="/enrollments">{t('waiting.all', { count })}</LinkAnchor>}
    >
      {isPending && <RowsSkeleton rows={SHOWN} />}
      {error && <ErrorState error={error} onRetry={() => void query.refetch()} />}
      {data?.items.length === 0 && (
        <EmptyState
          title={t('list.empty')}
          hint={t(isApplicant ? 'latest.ownHint' : 'list.emptyHint')}
          action={isApplicant && <LinkButton to="/enrollments/new">{t('list.new')}</LinkButton>}
        />
      )}
      {rows.length > 0 && <EnrollmentRows rows={rows} />}
    </Section>
  );
}
