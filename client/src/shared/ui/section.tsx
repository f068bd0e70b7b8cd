import { Group, Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

type SectionProps = {
  title: string;
  sub?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Anchor for links into the page. */
  id?: string;
};

/** A titled part of a page; assistive technology finds it as a region. */
export function Section({ title, sub, actions, children, id }: SectionProps) {
  const titleId = useId();
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={titleId} id={id} className="section">
      <Group justify="space-between" align="flex-start" gap="xs" mb="sm">
        <div>
          <Title order={2} id={titleId}>
            {title}
          </Title>
          {sub !== undefined && (
            <Text component="div" size="sm" c="dimmed">
              {sub}
            </Text>
          )}
        </div>
        {actions !== undefined && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Paper>
  );
}
