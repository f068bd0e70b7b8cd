import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/shared/ui/error-state';
import { LinkAnchor } from '@/shared/ui/links';
import { Section } from '@/shared/ui/section';
import './i18n';
import { waitingQuery } from './queries';
import { EnrollmentRows } from './rows';
import { RowsSkeleton } from './rows-skeleton';

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
      {isPending && <RowsSkeleton />}
      {error && <ErrorState error={error} onRetry={() => void query.refetch()} />}
      {data?.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('waiting.none')}. {t('waiting.noneHint')}
        </Text>
      )}
      {data && data.items.length > 0 && <EnrollmentRows rows={data.items} withNextStep />}
    </Section>
  );
}
