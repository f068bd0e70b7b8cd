import { Button, Checkbox, Menu, NativeSelect, Text } from '@mantine/core';
import { IconAdjustments, IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSelectionFeature,
  tableFeatures,
  useTable,
  type RowSelectionState,
} from '@tanstack/react-table';
import clsx from 'clsx';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PAGE_SIZES, type ListState } from '@/shared/lib/use-list-state';
import { useKeySequences } from '@/shared/lib/use-key-sequences';
import { useStored } from '@/shared/lib/use-stored';
import classes from './data-table.module.css';
import { EmptyState } from './empty-state';
import { ErrorState } from './error-state';

export type Column<T> = {
  /** Name of the field; for a sortable column the name the API sorts by. */
  key: string;
  header: string;
  cell: (row: T) => ReactNode;
  sortable?: boolean;
  /** Numbers and money stand right. */
  align?: 'end';
  width?: number;
  /** Takes the room that the other columns leave, and shortens its text to it. */
  grow?: boolean;
  /** Long names in full, on as many lines as they need; for short lists. */
  wrap?: boolean;
  /** The column that names the row; it cannot be hidden. */
  fixed?: boolean;
  /** Not shown until somebody chooses it. */
  hidden?: boolean;
};

export type Page<T> = { items: T[]; nextCursor?: string | null; count?: number | null };

/** What a list query has to say; the result of useQuery fits. */
export type ListQuery<T> = {
  data: Page<T> | undefined;
  error: unknown;
  isPending: boolean;
  isFetching: boolean;
  refetch: () => unknown;
};

type DataTableProps<T> = {
  /** Key under which the choice of columns is remembered. */
  name: string;
  caption: string;
  columns: readonly Column<T>[];
  query: ListQuery<T>;
  list: ListState;
  rowId: (row: T) => string;
  /** Names a row for assistive technology. */
  rowName: (row: T) => string;
  onOpen?: (row: T) => void;
  /** Shown when nothing exists yet; filters that hide everything are handled here. */
  empty: ReactNode;
  /** Turns selection on; what can be done with the selected rows. */
  bulk?: (rows: T[]) => ReactNode;
};

const features = tableFeatures({ rowSelectionFeature, columnVisibilityFeature });
const NO_ROWS: never[] = [];
// On a phone a row is shown as a card; without its roles a table that is displayed as blocks is none to assistive technology.
const AS_TABLE = { role: 'table' };
const AS_GROUP = { role: 'rowgroup' };
const AS_ROW = { role: 'row' };
const AS_CELL = { role: 'cell' };
const AS_HEADER = { role: 'columnheader' };
const DENSITY_KEY = 'nscl.density';

function useHiddenColumns<T>(name: string, columns: readonly Column<T>[]) {
  const [stored, setStored] = useStored(`nscl.columns.${name}`);
  const hidden = useMemo(
    () => new Set(stored === null ? columns.filter((c) => c.hidden).map((c) => c.key) : stored.split(',')),
    [stored, columns],
  );
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    setStored([...next].join(','));
  };
  return { hidden, toggle };
}

function focusRow(row: Element | null): void {
  if (row instanceof HTMLElement) row.focus();
}

/** The list of every capability: sorted, filtered and paged by the server, its state in the URL. */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const { name, caption, columns, query, list, rowId, rowName, onOpen, empty, bulk } = props;
  const { t } = useTranslation();
  const { hidden, toggle } = useHiddenColumns(name, columns);
  const [density, setDensity] = useStored(DENSITY_KEY);
  const [selection, setSelection] = useState<RowSelectionState>({});

  const items: T[] = query.data?.items ?? NO_ROWS;
  // A row that left the page leaves the selection with it.
  const selected = useMemo(
    () => Object.fromEntries(items.map(rowId).flatMap((id) => (selection[id] ? [[id, true]] : []))),
    [items, rowId, selection],
  ) as RowSelectionState;

  const byKey = useMemo(() => new Map(columns.map((column) => [column.key, column])), [columns]);
  const tableColumns = useMemo(() => {
    const helper = createColumnHelper<typeof features, T>();
    return helper.columns(
      columns.map((column) =>
        helper.display({
          id: column.key,
          header: column.header,
          cell: (context) => column.cell(context.row.original),
        }),
      ),
    );
  }, [columns]);
  const table = useTable({
    features,
    columns: tableColumns,
    data: items,
    getRowId: rowId,
    state: {
      rowSelection: selected,
      columnVisibility: Object.fromEntries(columns.map((column) => [column.key, !hidden.has(column.key)])),
    },
    onRowSelectionChange: (update) => setSelection(typeof update === 'function' ? update(selected) : update),
  });

  const body = useRef<HTMLTableSectionElement>(null);
  useKeySequences({ j: () => focusRow(body.current?.firstElementChild ?? null) });

  const rows = table.getRowModel().rows;
  const selectedRows = items.filter((row) => selected[rowId(row)]);
  const shown = columns.filter((column) => !hidden.has(column.key));
  const sort = list.sort ?? '';
  const sortKey = sort.replace(/^-/, '');
  const isDescending = sort.startsWith('-');

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const target = event.target as HTMLElement;
    const row = target.closest('tr');
    if (!row || target.closest('input, a, button') || event.ctrlKey || event.altKey || event.metaKey) return;
    const current = rows[Number(row.dataset['index'])];
    switch (event.key) {
      case 'ArrowDown':
      case 'j':
        focusRow(row.nextElementSibling);
        break;
      case 'ArrowUp':
      case 'k':
        focusRow(row.previousElementSibling);
        break;
      case 'Enter':
        if (current) onOpen?.(current.original);
        break;
      case 'x':
        if (bulk) current?.toggleSelected();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  if (query.error && !query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }

  return (
    <div data-density={density === 'comfortable' ? 'comfortable' : undefined} className="data-table">
      {query.error !== null && query.error !== undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {bulk && selectedRows.length > 0 && (
        <div className={clsx(classes.bulk, 'no-print')}>
          <Text size="sm" fw={600} role="status">
            {t('table.selected', { count: selectedRows.length })}
          </Text>
          {bulk(selectedRows)}
          <Button size="compact-sm" variant="subtle" onClick={() => setSelection({})}>
            {t('table.clearSelection')}
          </Button>
        </div>
      )}
      <div
        className={classes.wrap}
        role="region"
        aria-label={caption}
        tabIndex={0}
        aria-busy={query.isFetching && !query.isPending}
      >
        <table className={classes.table} {...AS_TABLE}>
          <caption className="visually-hidden">{caption}</caption>
          <thead {...AS_GROUP}>
            <tr {...AS_ROW}>
              {bulk && (
                <th scope="col" className={classes.check} {...AS_HEADER}>
                  <Checkbox
                    size="xs"
                    aria-label={t('table.selectAll')}
                    checked={rows.length > 0 && table.getIsAllRowsSelected()}
                    indeterminate={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
                    onChange={(event) => table.toggleAllRowsSelected(event.currentTarget.checked)}
                  />
                </th>
              )}
              {shown.map((column) => (
                <HeaderCell
                  key={column.key}
                  column={column}
                  sorted={sortKey === column.key ? (isDescending ? 'descending' : 'ascending') : undefined}
                  onSort={list.setSort}
                />
              ))}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown} {...AS_GROUP}>
            {query.isPending && <SkeletonRows rows={list.limit} columns={shown.length + (bulk ? 1 : 0)} />}
            {rows.map((row, index) => (
              <tr
                key={row.id}
                tabIndex={index === 0 ? 0 : -1}
                data-index={index}
                data-selected={bulk ? row.getIsSelected() : undefined}
                aria-label={rowName(row.original)}
                {...AS_ROW}
              >
                {bulk && (
                  <td className={classes.check} {...AS_CELL}>
                    <Checkbox
                      size="xs"
                      aria-label={t('table.selectRow', { name: rowName(row.original) })}
                      checked={row.getIsSelected()}
                      onChange={row.getToggleSelectedHandler()}
                    />
                  </td>
                )}
                {row.getVisibleCells().map((cell) => {
                  const column = byKey.get(cell.column.id);
                  return (
                    <td
                      key={cell.id}
                      data-label={column?.header}
                      className={clsx(
                        column?.align === 'end' && classes.end,
                        column?.grow && classes.grow,
                        column?.wrap && classes.wrapped,
                      )}
                      {...AS_CELL}
                    >
                      <table.FlexRender cell={cell} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {!query.isPending &&
          items.length === 0 &&
          (list.isFiltered ? (
            <EmptyState
              noMatch
              title={t('table.noMatch')}
              hint={t('table.noMatchHint')}
              action={
                <Button variant="default" mt="xs" onClick={list.clear}>
                  {t('table.clearFilters')}
                </Button>
              }
            />
          ) : (
            empty
          ))}
      </div>
      <div className={clsx(classes.foot, 'no-print')}>
        <RangeText query={query} list={list} />
        <div className={classes.pager}>
          <ViewMenu
            columns={columns}
            hidden={hidden}
            onToggle={toggle}
            comfortable={density === 'comfortable'}
            onDensity={(comfortable) => setDensity(comfortable ? 'comfortable' : null)}
          />
          <NativeSelect
            size="xs"
            aria-label={t('table.perPage')}
            data={PAGE_SIZES.map(String)}
            value={String(list.limit)}
            onChange={(event) => list.setLimit(Number(event.currentTarget.value))}
          />
          <Pager list={list} nextCursor={query.data?.nextCursor} />
        </div>
      </div>
    </div>
  );
}

type HeaderCellProps<T> = {
  column: Column<T>;
  sorted: 'ascending' | 'descending' | undefined;
  onSort: (sort: string) => void;
};

function HeaderCell<T>({ column, sorted, onSort }: HeaderCellProps<T>) {
  const width = column.width === undefined ? undefined : { width: column.width };
  const className = clsx(
    column.align === 'end' && classes.end,
    column.grow && classes.growHead,
    !column.sortable && classes.fixedOrder,
  );
  if (!column.sortable) {
    return (
      <th scope="col" className={className} style={width} {...AS_HEADER}>
        {column.header}
      </th>
    );
  }
  return (
    <th scope="col" className={className} style={width} aria-sort={sorted ?? 'none'} {...AS_HEADER}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => onSort(sorted === 'ascending' ? `-${column.key}` : column.key)}
      >
        {column.header}
        {sorted === undefined && <IconArrowsSort size={14} aria-hidden className={classes.idle} />}
        {sorted === 'ascending' && <IconArrowUp size={14} aria-hidden />}
        {sorted === 'descending' && <IconArrowDown size={14} aria-hidden />}
      </button>
    </th>
  );
}

/** As many rows as the page will hold, so that nothing jumps when they arrive. */
function SkeletonRows({ rows, columns }: { rows: number; columns: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <tr key={row} aria-hidden>
      {Array.from({ length: columns }, (_cell, cell) => (
        <td key={cell}>
          <span className={classes.skeleton} />
        </td>
      ))}
    </tr>
  ));
}

function RangeText<T>({ query, list }: { query: ListQuery<T>; list: ListState }) {
  const { t } = useTranslation();
  let text = '';
  if (query.isPending) {
    text = t('table.loading');
  } else if (query.data && query.data.items.length > 0) {
    const shown = query.data.items.length;
    const total = query.data.count ?? null;
    if (list.offset === undefined) {
      text = t('table.rows', { count: shown });
    } else {
      const range = { from: list.offset + 1, to: list.offset + shown };
      text = total === null ? t('table.rangeOpen', range) : t('table.range', { ...range, total });
    }
  }
  return (
    <Text size="sm" role="status" c="dimmed">
      {text}
    </Text>
  );
}

function Pager({ list, nextCursor }: { list: ListState; nextCursor: string | null | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      {!list.isFirst && !list.canGoBack && (
        <Button size="xs" variant="default" onClick={list.first}>
          {t('table.first')}
        </Button>
      )}
      <Button size="xs" variant="default" disabled={!list.canGoBack} onClick={list.previous}>
        {t('table.previous')}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={!nextCursor}
        onClick={() => {
          if (nextCursor) list.next(nextCursor);
        }}
      >
        {t('table.next')}
      </Button>
    </>
  );
}

type ViewMenuProps<T> = {
  columns: readonly Column<T>[];
  hidden: ReadonlySet<string>;
  onToggle: (key: string) => void;
  comfortable: boolean;
  onDensity: (comfortable: boolean) => void;
};

function ViewMenu<T>({ columns, hidden, onToggle, comfortable, onDensity }: ViewMenuProps<T>) {
  const { t } = useTranslation();
  return (
    <Menu closeOnItemClick={false} position="top-end">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconAdjustments size={14} aria-hidden />}>
          {t('table.view')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('table.columns')}</Menu.Label>
        {columns
          .filter((column) => !column.fixed)
          .map((column) => (
            <Menu.CheckboxItem
              key={column.key}
              checked={!hidden.has(column.key)}
              onChange={() => onToggle(column.key)}
            >
              {column.header}
            </Menu.CheckboxItem>
          ))}
        <Menu.Divider />
        <Menu.CheckboxItem checked={comfortable} onChange={onDensity}>
          {t('table.density')}
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  );
}
