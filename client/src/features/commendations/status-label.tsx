import { useTranslation } from 'react-i18next';
import { StatusBadge } from '@/shared/ui/status-badge';
import './i18n';
import { TONES, type CommendationStatus } from './status';

export function CommendationStatusBadge({ status }: { status: CommendationStatus }) {
  const { t } = useTranslation('commendations');
  return <StatusBadge tone={TONES[status]}>{t(`statuses.${status}`)}</StatusBadge>;
}
