import { useTranslation } from 'react-i18next';
import { StatusBadge } from '@/shared/ui/status-badge';
import './i18n';
import { TONES, type EnrollmentStatus } from './status';

export function EnrollmentStatusBadge({ status }: { status: EnrollmentStatus }) {
  const { t } = useTranslation('enrollments');
  return <StatusBadge tone={TONES[status]}>{t(`statuses.${status}`)}</StatusBadge>;
}
