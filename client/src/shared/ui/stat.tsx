import { Paper, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type StatProps = {
  label: string;
  value: ReactNode;
  /** In words: what the figure is measured against. */
  note?: ReactNode;
  /** 0–100; shown as a bar, with its meaning in `note`. */
  percent?: number;
};

/** One figure: the number first, its meaning in words, a bar only where there is a target. */
export function Stat({ label, value, note, percent }: StatProps) {
  return (
    <Paper withBorder p="md" className="stat">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz={24} fw={600} lh={1.35} className="tabular">
        {value}
      </Text>
      {percent !== undefined && (
        <Progress value={Math.max(0, Math.min(100, percent))} aria-label={label} mt={6} />
      )}
      {note !== undefined && (
        <Text component="div" size="sm" c="dimmed" mt={4}>
          {note}
        </Text>
      )}
    </Paper>
  );
}
