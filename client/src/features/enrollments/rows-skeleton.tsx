import { Skeleton, Stack } from '@mantine/core';

/** As high as the rows that are on their way. */
export function RowsSkeleton({ rows = 3 }: { rows?: number }) {
  return (
    <Stack gap="xs" aria-hidden>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={52} />
      ))}
    </Stack>
  );
}
