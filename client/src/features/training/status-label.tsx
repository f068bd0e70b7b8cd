import { useTranslation } from 'react-i18next';
import { StatusBadge } from '@/shared/ui/status-badge';
import './i18n';
import { REGISTRATION_TONES, STAGE_TONES, type CourseStage, type RegistrationStatus } from './status';

export function CourseStageBadge({ stage }: { stage: CourseStage }) {
  const { t } = useTranslation('training');
  return <StatusBadge tone={STAGE_TONES[stage]}>{t(`statuses.${stage}`)}</StatusBadge>;
}

export function RegistrationStatusBadge({ status }: { status: RegistrationStatus }) {
  const { t } = useTranslation('training');
  return <StatusBadge tone={REGISTRATION_TONES[status]}>{t(`registrationStatuses.${status}`)}</StatusBadge>;
}
