import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { renderUi } from '@/test/render';
import { MoneyInput } from './money-input';

function Host({ initial = null }: { initial?: number | null }) {
  const [value, setValue] = useState<number | null>(initial);
  return (
    <>
      <MoneyInput label="Số tiền" value={value} onChange={setValue} />
      <output>{JSON.stringify(value)}</output>
    </>
  );
}

it('groups thousands and writes the amount in words', async () => {
  renderUi(<Host />);
  const input = screen.getByLabelText('Số tiền');
  await userEvent.type(input, '45000000');
  expect(input).toHaveValue('45.000.000 ₫');
  expect(screen.getByText('Bốn mươi lăm triệu đồng')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('45000000');
});

it('takes pasted amounts in the usual spellings', async () => {
  renderUi(<Host />);
  await userEvent.click(screen.getByLabelText('Số tiền'));
  await userEvent.paste('491.300.000 đồng');
  expect(screen.getByRole('status')).toHaveTextContent('491300000');
});

it('refuses a pasted fraction instead of cutting it', async () => {
  renderUi(<Host />);
  await userEvent.click(screen.getByLabelText('Số tiền'));
  await userEvent.paste('491,3');
  expect(screen.getByRole('status')).toHaveTextContent('null');
  expect(screen.getByText('Nhập số đồng nguyên, ví dụ 45.000.000')).toBeVisible();
});

it('gives null for an emptied field', async () => {
  renderUi(<Host initial={5} />);
  await userEvent.clear(screen.getByLabelText('Số tiền'));
  expect(screen.getByRole('status')).toHaveTextContent('null');
});
