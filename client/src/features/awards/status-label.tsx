import { useTranslation } from 'react-i18next';
import { StatusBadge } from '@/shared/ui/status-badge';
import './i18n';
import { NOMINATION_TONES, SEASON_TONES, type NominationStatus, type SeasonStatus } from './status';

export function SeasonStatusBadge({ status }: { status: SeasonStatus }) {
  const { t } = useTranslation('awards');
  return <StatusBadge tone={SEASON_TONES[status]}>{t(`seasonStatuses.${status}`)}</StatusBadge>;
}

export function NominationStatusBadge({ status }: { status: NominationStatus }) {
  const { t } = useTranslation('awards');
  return <StatusBadge tone={NOMINATION_TONES[status]}>{t(`statuses.${status}`)}</StatusBadge>;
}
