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

const SHOWN = 5;

/** The newest dossiers: an enterprise's own, or those of the province for who reads along. */
export function LatestEnrollments({ isApplicant }: { isApplicant: boolean }) {
  const { t } = useTranslation('enrollments');
  const query = useQuery(enrollmentListQuery({}, SHOWN));
  const { data, error, isPending } = query;
  const count = data?.count ?? 0;
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
      {data && data.items.length > 0 && <EnrollmentRows rows={data.items} />}
    </Section>
  );
}
