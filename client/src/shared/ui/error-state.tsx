import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemBanner } from './banner';

type ErrorStateProps = { error: unknown; onRetry?: () => void };

/** Takes the place of what could not be shown. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  return (
    <ProblemBanner
      error={error}
      action={
        onRetry && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={onRetry}
          >
            {t('state.retry')}
          </Button>
        )
      }
    />
  );
}
