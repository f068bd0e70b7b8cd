import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './stacked-table.module.css';

// Rows that are displayed as blocks are no table to assistive technology without these.
const AS_TABLE = { role: 'table' };
const AS_GROUP = { role: 'rowgroup' };
const AS_ROW = { role: 'row' };
const AS_CELL = { role: 'cell' };
const AS_ROW_HEADER = { role: 'rowheader' };
const AS_HEADER = { role: 'columnheader' };

type StackedColumn<T> = { header: string; cell: (row: T) => ReactNode };

type StackedTableProps<T> = {
  /** The first column names the row. */
  columns: readonly [StackedColumn<T>, ...StackedColumn<T>[]];
  rows: readonly T[];
  rowId: (row: T) => string;
  /** Buttons at the end of each row, and the name of their column. */
  actions?: { header: string; cell: (row: T) => ReactNode } | undefined;
};

/** A short table without paging; on a phone its rows stand as cards, nothing scrolls sideways. */
export function StackedTable<T>({ columns, rows, rowId, actions }: StackedTableProps<T>) {
  const [name, ...others] = columns;
  return (
    <Table verticalSpacing={6} className={classes.table} {...AS_TABLE}>
      <Table.Thead {...AS_GROUP}>
        <Table.Tr {...AS_ROW}>
          {columns.map(({ header }) => (
            <Table.Th key={header} scope="col" {...AS_HEADER}>
              {header}
            </Table.Th>
          ))}
          {actions && (
            <Table.Th scope="col" {...AS_HEADER}>
              <span className="visually-hidden">{actions.header}</span>
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody {...AS_GROUP}>
        {rows.map((row) => (
          <Table.Tr key={rowId(row)} {...AS_ROW}>
            <Table.Th scope="row" {...AS_ROW_HEADER}>
              {name.cell(row)}
            </Table.Th>
            {others.map(({ header, cell }) => (
              <Table.Td key={header} data-label={header} {...AS_CELL}>
                <div>{cell(row)}</div>
              </Table.Td>
            ))}
            {actions && (
              <Table.Td className={classes.actions} {...AS_CELL}>
                {actions.cell(row)}
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
