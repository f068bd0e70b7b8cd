import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatVnd } from '@/shared/lib/vi';
import { Section } from '@/shared/ui/section';
import './i18n';
import { winListQuery, type WinRow } from './win-queries';

/** The support of a winner, said as the policy says it: what it leaves open stays open. */
export function useSupportText(): (entitlement: WinRow['entitlement']) => string {
  const { t } = useTranslation('awards');
  return useCallback(
    (entitlement) => {
      if (entitlement == null) return t('wins.noSupport');
      return entitlement.amount == null
        ? t('wins.notStated', { year: entitlement.budgetYear })
        : t('wins.support', { year: entitlement.budgetYear, amount: formatVnd(entitlement.amount) });
    },
    [t],
  );
}

/** Awards that an enterprise has won; nothing is shown where there are none. */
export function WinHistory({ enterpriseId }: { enterpriseId: string }) {
  const { t } = useTranslation('awards');
  const supportText = useSupportText();
  const { data } = useQuery(winListQuery({ enterpriseId }, 20));
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('wins.history')}>
      <List size="sm">
        {data.items.map((win) => (
          <List.Item key={win.id}>
            <strong>{t(`levels.${win.level}`)}</strong> – {t('season.year', { year: win.year })}
            <Text size="sm" c="dimmed">
              {supportText(win.entitlement)}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
