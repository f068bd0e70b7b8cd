import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '@/shared/ui/status-badge';
import './i18n';
import type { AssignmentRow, Expert } from './queries';

const STAGES: Record<AssignmentRow['stage'], Tone> = {
  upcoming: 'received',
  current: 'review',
  awaitingNote: 'supplement',
  ended: 'approved',
  cancelled: 'neutral',
};

export function ExpertStatusBadge({ status }: { status: Expert['status'] }) {
  const { t } = useTranslation('experts');
  return (
    <StatusBadge tone={status === 'active' ? 'approved' : 'neutral'}>{t(`statuses.${status}`)}</StatusBadge>
  );
}

export function AssignmentStageBadge({ stage }: { stage: AssignmentRow['stage'] }) {
  const { t } = useTranslation('experts');
  return <StatusBadge tone={STAGES[stage]}>{t(`stages.${stage}`)}</StatusBadge>;
}
