import { Text, Timeline as MantineTimeline } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatDateTime } from '@/shared/lib/vi';

export type TimelineEntry = {
  id: string;
  /** Instant, RFC 3339. */
  at: string;
  title: ReactNode;
  /** Who did it. */
  by?: string;
  /** Reason or note. */
  text?: ReactNode;
  icon?: Icon;
};

/** Who, when, what and why; the newest entry stands last. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <MantineTimeline active={entries.length - 1} bulletSize={20} lineWidth={2}>
      {entries.map(({ id, at, title, by, text, icon: EntryIcon }) => (
        <MantineTimeline.Item
          key={id}
          title={title}
          bullet={EntryIcon ? <EntryIcon size={12} aria-hidden /> : undefined}
        >
          <Text size="xs" c="dimmed">
            <time dateTime={at}>{formatDateTime(at)}</time>
            {by !== undefined && ` · ${by}`}
          </Text>
          {text !== undefined && (
            <Text component="div" size="sm">
              {text}
            </Text>
          )}
        </MantineTimeline.Item>
      ))}
    </MantineTimeline>
  );
}
