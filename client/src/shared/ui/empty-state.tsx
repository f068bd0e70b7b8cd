import { Stack, Text } from '@mantine/core';
import { IconInbox, IconSearchOff, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type EmptyStateProps = { title: string; hint?: string; action?: ReactNode; icon?: Icon; noMatch?: boolean };

/** Says what belongs here and what to do; `noMatch` is the other case, where filters hide everything. */
export function EmptyState({ title, hint, action, icon, noMatch = false }: EmptyStateProps) {
  const StateIcon = icon ?? (noMatch ? IconSearchOff : IconInbox);
  return (
    <Stack align="center" gap={4} p="lg" ta="center">
      <StateIcon size={28} aria-hidden color="#475467" stroke={1.5} />
      <Text fw={600}>{title}</Text>
      {hint !== undefined && (
        <Text size="sm" c="dimmed" maw={480}>
          {hint}
        </Text>
      )}
      {action !== undefined && <div className="no-print empty-action">{action}</div>}
    </Stack>
  );
}
