import { useTranslation } from 'react-i18next';
import { StatusBadge, type Tone } from '@/shared/ui/status-badge';
import './i18n';
import type { Campaign, Prospect } from './queries';

const STAGES: Record<Prospect['stage'], Tone> = {
  prospect: 'neutral',
  surveyed: 'received',
  mobilized: 'received',
  guided: 'review',
  applied: 'approved',
  declined: 'supplement',
};

export function CampaignStatusBadge({ status }: { status: Campaign['status'] }) {
  const { t } = useTranslation('outreach');
  return <StatusBadge tone={status === 'open' ? 'review' : 'neutral'}>{t(`statuses.${status}`)}</StatusBadge>;
}

export function StageBadge({ stage }: { stage: Prospect['stage'] }) {
  const { t } = useTranslation('outreach');
  return <StatusBadge tone={STAGES[stage]}>{t(`stages.${stage}`)}</StatusBadge>;
}
