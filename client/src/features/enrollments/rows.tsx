import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatVnd } from '@/shared/lib/vi';
import { LinkAnchor } from '@/shared/ui/links';
import './i18n';
import type { EnrollmentRow } from './queries';
import classes from './rows.module.css';
import { EnrollmentStatusBadge } from './status-label';

type EnrollmentRowsProps = {
  rows: readonly EnrollmentRow[];
  /** Says what the reader has to do with each. */
  withNextStep?: boolean;
};

/** Dossiers in a few lines each, for the home page. */
export function EnrollmentRows({ rows, withNextStep = false }: EnrollmentRowsProps) {
  const { t } = useTranslation('enrollments');
  return (
    <ul className={classes.list}>
      {rows.map((row) => (
        <li key={row.id} className={classes.row}>
          <div className={classes.what}>
            <LinkAnchor
              to="/enrollments/$enrollmentId"
              params={{ enrollmentId: row.id }}
              fw={500}
              className={classes.link}
            >
              {row.code ?? t('page.draftTitle')}
            </LinkAnchor>
            <Text size="sm">{row.enterpriseName}</Text>
          </div>
          <div className={classes.state}>
            <div className={classes.badges}>
              <EnrollmentStatusBadge status={row.status} />
              <Text size="sm" c="dimmed">
                {row.submittedAt
                  ? t('waiting.since', { date: formatDate(row.receivedOn ?? row.submittedAt) })
                  : t('waiting.draftSince', { date: formatDate(row.createdAt) })}
              </Text>
            </div>
            <Text size="sm" className="tabular">
              {withNextStep
                ? t('waiting.toDo', { act: t(`waiting.steps.${row.status}`) })
                : row.grantedTotal == null
                  ? t('waiting.requested', { amount: formatVnd(row.requestedTotal) })
                  : t('waiting.granted', { amount: formatVnd(row.grantedTotal) })}
            </Text>
          </div>
        </li>
      ))}
    </ul>
  );
}
