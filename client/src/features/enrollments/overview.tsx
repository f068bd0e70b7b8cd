import { SimpleGrid, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatInt } from '@/shared/lib/vi';
import { Section } from '@/shared/ui/section';
import './i18n';
import classes from './overview.module.css';
import { enrollmentListQuery } from './queries';
import type { EnrollmentStatus } from './status';

type Stage = 'intake' | 'supplement' | 'appraisal' | 'decision' | 'approved' | 'ended';

/** The way of a dossier in the steps that people speak of. */
const STAGES: Record<Stage, [EnrollmentStatus, ...EnrollmentStatus[]]> = {
  intake: ['submitted', 'checking'],
  supplement: ['supplementRequired'],
  appraisal: ['valid', 'underAppraisal'],
  decision: ['appraised', 'pendingApproval'],
  approved: ['approved', 'contracted'],
  ended: ['refused', 'rejected', 'withdrawn', 'expired'],
};

/** How many dossiers stand where; each figure opens its list. */
export function EnrollmentOverview() {
  const { t } = useTranslation('enrollments');
  const stages = Object.entries(STAGES) as [Stage, (typeof STAGES)[Stage]][];
  const counts = useQueries({
    queries: stages.map(([, status]) => enrollmentListQuery({ status }, 1)),
  });
  return (
    <Section title={t('overview.title')}>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="xs" component="ul" className={classes.list}>
        {stages.map(([stage, status], index) => (
          <li key={stage}>
            <Link to="/enrollments" search={{ status }} className={classes.stage}>
              <span className={classes.count}>{formatInt(counts[index]?.data?.count)}</span>
              <Text component="span" size="sm">
                {t(`overview.${stage}`)}
              </Text>
            </Link>
          </li>
        ))}
      </SimpleGrid>
    </Section>
  );
}
