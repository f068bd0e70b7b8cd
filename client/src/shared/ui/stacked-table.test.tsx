import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderUi } from '@/test/render';
import { StackedTable } from './stacked-table';

it('names every cell for the card of a phone and stays a table to assistive technology', () => {
  renderUi(
    <StackedTable
      rows={[{ id: '1', name: 'Sâm củ', number: 'QMS-1' }]}
      rowId={({ id }) => id}
      columns={[
        { header: 'Tên', cell: ({ name }) => name },
        { header: 'Số', cell: ({ number }) => number },
      ]}
      actions={{ header: 'Thao tác', cell: () => <button type="button">Sửa</button> }}
    />,
  );
  const row = screen.getByRole('row', { name: /Sâm củ/ });
  expect(within(row).getByRole('rowheader')).toHaveTextContent('Sâm củ');
  expect(within(row).getByRole('cell', { name: 'QMS-1' })).toHaveAttribute('data-label', 'Số');
  expect(screen.getByRole('columnheader', { name: 'Thao tác' })).toBeInTheDocument();
});
