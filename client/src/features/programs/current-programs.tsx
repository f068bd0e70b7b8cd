import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '@/shared/lib/labels';
import { formatDate } from '@/shared/lib/vi';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { LinkAnchor } from '@/shared/ui/links';
import { Section } from '@/shared/ui/section';
import './i18n';
import { programsQuery } from './queries';

/**
 * The programmes that run, for readers of the home page who have no dossiers to look at.
 * `today` is the business date, yyyy-MM-dd.
 */
export function CurrentPrograms({ today }: { today: string | undefined }) {
  const { t } = useTranslation('programs');
  const query = useQuery(programsQuery({}));
  const running = (query.data?.items ?? []).filter(
    ({ status, periodTo }) => status === 'promulgated' && (today === undefined || periodTo >= today),
  );
  return (
    <Section title={t('current.title')}>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && running.length === 0 && (
        <EmptyState
          title={t('current.none')}
          action={<LinkAnchor to="/programs">{t('current.all')}</LinkAnchor>}
        />
      )}
      <List listStyleType="none" spacing="sm">
        {running.map((program) => (
          <List.Item key={program.id}>
            <LinkAnchor to="/programs/$programId" params={{ programId: program.id }} fw={500}>
              {inLanguage(program.title, program.titleEn)}
            </LinkAnchor>
            <Text size="sm" c="dimmed">
              {t(`kind.${program.kind}`)} ·{' '}
              {t('dates', { from: formatDate(program.periodFrom), to: formatDate(program.periodTo) })}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
