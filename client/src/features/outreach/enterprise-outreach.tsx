import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/shared/lib/vi';
import { ErrorState } from '@/shared/ui/error-state';
import { LinkAnchor } from '@/shared/ui/links';
import { Section } from '@/shared/ui/section';
import { StackedTable } from '@/shared/ui/stacked-table';
import { RowNotes } from './board';
import './i18n';
import { enterpriseOutreachQuery } from './queries';
import { StageBadge } from './status-label';

/** The campaigns an enterprise was in; nothing is shown where nobody spoke to it. */
export function EnterpriseOutreach({ enterpriseId }: { enterpriseId: string }) {
  const { t } = useTranslation('outreach');
  const query = useQuery(enterpriseOutreachQuery(enterpriseId));
  const rows = query.data ?? [];
  if (rows.length === 0 && !query.error) return null;
  return (
    <Section title={t('enterprise.title')}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <StackedTable
          rows={rows}
          rowId={(row) => row.id}
          columns={[
            {
              header: t('enterprise.campaign'),
              cell: (row) => (
                <LinkAnchor to="/outreach/prospects/$prospectId" params={{ prospectId: row.id }} size="sm">
                  {row.campaignTitle}
                </LinkAnchor>
              ),
            },
            { header: t('enterprise.stage'), cell: (row) => <StageBadge stage={row.stage} /> },
            {
              header: t('enterprise.last'),
              cell: (row) => (row.lastActOn ? formatDate(row.lastActOn) : '—'),
            },
            { header: t('enterprise.reasons'), cell: (row) => <RowNotes row={row} /> },
          ]}
        />
      )}
    </Section>
  );
}
