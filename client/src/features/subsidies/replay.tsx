import { Button, Text } from '@mantine/core';
import { IconRefreshDot } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Banner, ProblemBanner } from '@/shared/ui/banner';
import './i18n';
import { useReplay } from './queries';

/** Works a stored calculation out again from its stored facts and policy, and says whether every figure is the same. */
export function Replay({ calculationId }: { calculationId: string }) {
  const { t } = useTranslation('subsidies');
  const replay = useReplay(calculationId);
  const { data, error } = replay;
  return (
    <div className="no-print">
      <Button
        variant="default"
        leftSection={<IconRefreshDot size={16} aria-hidden />}
        loading={replay.isPending}
        onClick={() => replay.mutate()}
        mb="xs"
      >
        {t('replay.do')}
      </Button>
      {error && <ProblemBanner error={error} />}
      {data?.identical === true && (
        <Banner tone="success" title={t('replay.identical')}>
          <Text size="sm">{t('replay.identicalHint')}</Text>
        </Banner>
      )}
      {data?.identical === false && (
        <Banner tone="error" title={t('replay.differs', { count: data.differences.length })}>
          <ul>
            {data.differences.map(({ path, stored, replayed }) => (
              <li key={path}>
                <code>{path}</code>: {t('replay.pair', { stored: stored ?? '—', replayed: replayed ?? '—' })}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}
