import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { renderUi } from '@/test/render';
import { VnDateInput } from './vn-date-input';

function Host() {
  const [value, setValue] = useState<string | null>(null);
  return (
    <>
      <VnDateInput label="Ngày bắt đầu" value={value} onChange={setValue} />
      <output>{value}</output>
    </>
  );
}

it.each([
  ['5/3/2026', '2026-03-05', '05/03/2026'],
  ['15/03/2026', '2026-03-15', '15/03/2026'],
  ['05032026', '2026-03-05', '05/03/2026'],
])('reads %s day first', async (typed, value, shown) => {
  renderUi(<Host />);
  const input = screen.getByLabelText('Ngày bắt đầu');
  await userEvent.type(input, typed);
  await userEvent.tab();
  expect(input).toHaveValue(shown);
  expect(screen.getByRole('status')).toHaveTextContent(value);
});

it('takes no date for what is none', async () => {
  renderUi(<Host />);
  await userEvent.type(screen.getByLabelText('Ngày bắt đầu'), '3/15/2026');
  await userEvent.tab();
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});
