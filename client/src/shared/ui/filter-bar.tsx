import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type FilterBarProps = {
  isFiltered: boolean;
  onClear: () => void;
  children: ReactNode;
  /** The filters in one line of words, for the printed page. */
  printed?: string;
};

/** Labelled filters above a list; the way back to everything appears as soon as one is set. */
export function FilterBar({ isFiltered, onClear, children, printed }: FilterBarProps) {
  const { t } = useTranslation();
  return (
    <>
      <Group
        role="search"
        aria-label={t('table.filters')}
        gap="xs"
        mb="sm"
        align="flex-end"
        className="filter-bar no-print"
      >
        {children}
        {isFiltered && (
          <Button variant="subtle" onClick={onClear}>
            {t('table.clearFilters')}
          </Button>
        )}
      </Group>
      {isFiltered && printed !== undefined && <p className="print-only">{printed}</p>}
    </>
  );
}
