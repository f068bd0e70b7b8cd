import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconFile,
  IconProgress,
  type Icon,
} from '@tabler/icons-react';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import classes from './status-badge.module.css';

export type Tone = 'neutral' | 'received' | 'review' | 'supplement' | 'approved' | 'rejected';

const ICONS: Record<Tone, Icon> = {
  neutral: IconFile,
  received: IconClock,
  review: IconProgress,
  supplement: IconAlertTriangle,
  approved: IconCircleCheck,
  rejected: IconCircleX,
};

type StatusBadgeProps = { tone: Tone; icon?: Icon; children: ReactNode };

/** A status is an icon, a word and a colour – never the colour alone. */
export function StatusBadge({ tone, icon, children }: StatusBadgeProps) {
  const StatusIcon = icon ?? ICONS[tone];
  return (
    <span className={clsx(classes.badge, classes[tone])}>
      <StatusIcon size={15} aria-hidden />
      {children}
    </span>
  );
}
