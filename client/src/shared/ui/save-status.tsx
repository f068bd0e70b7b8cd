import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatTime } from '@/shared/lib/vi';

type SaveStatusProps = { state: 'idle' | 'saving' | 'saved' | 'failed'; savedAt?: Date | null };

/** The autosave line of a form; says when the draft was kept last, or that it was not. */
export function SaveStatus({ state, savedAt }: SaveStatusProps) {
  const { t } = useTranslation();
  let text = '';
  if (state === 'saving') text = t('form.saving');
  else if (state === 'failed') text = t('form.saveFailed');
  else if (savedAt) text = t('form.savedAt', { time: formatTime(savedAt) });
  return (
    <Text component="span" role="status" size="sm" c={state === 'failed' ? 'red.8' : 'dimmed'}>
      {text}
    </Text>
  );
}
