import { Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/shared/lib/vi';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { LinkAnchor } from '@/shared/ui/links';
import { Section } from '@/shared/ui/section';
import './i18n';
import { waitingQuery } from './queries';
import { EnrollmentStatusBadge } from './status-label';
import classes from './waiting-for-me.module.css';

const SHOWN = 8;

/** The dossiers whose next step is the reader's. */
export function WaitingForMe() {
  const { t } = useTranslation('enrollments');
  const query = useQuery(waitingQuery(SHOWN));
  const { data, error, isPending } = query;
  const count = data?.count ?? data?.items.length ?? 0;
  return (
    <Section
      title={count > 0 ? `${t('waiting.title')} (${count})` : t('waiting.title')}
      actions={
        count > SHOWN && (
          <LinkAnchor to="/enrollments" search={{ waitingForMe: true }}>
            {t('waiting.all', { count })}
          </LinkAnchor>
        )
      }
    >
      {isPending && (
        <Stack gap="xs" aria-hidden>
          <Skeleton height={44} />
          <Skeleton height={44} />
          <Skeleton height={44} />
        </Stack>
      )}
      {error && <ErrorState error={error} onRetry={() => void query.refetch()} />}
      {data?.items.length === 0 && <EmptyState title={t('waiting.none')} hint={t('waiting.noneHint')} />}
      {data && data.items.length > 0 && (
        <ul className={classes.list}>
          {data.items.map((row) => (
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
                <EnrollmentStatusBadge status={row.status} />
                <Text size="sm" c="dimmed">
                  {row.submittedAt
                    ? t('waiting.since', { date: formatDate(row.receivedOn ?? row.submittedAt) })
                    : t('waiting.draftSince', { date: formatDate(row.createdAt) })}
                </Text>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
