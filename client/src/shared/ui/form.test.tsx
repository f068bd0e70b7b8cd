import { zodResolver } from '@hookform/resolvers/zod';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ApiError } from '@/api/client';
import { renderUi } from '@/test/render';
import { Form } from './form';
import { DateField, MoneyField, TextField } from './form-fields';

const schema = z.object({
  name: z.string().trim().min(1).max(20),
  startsOn: z.iso.date(),
  amount: z.number().int(),
});

type Values = z.input<typeof schema>;

function Host({ save, onCancel }: { save: (values: Values) => Promise<unknown>; onCancel?: () => void }) {
  const form = useForm({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: { name: '', startsOn: '', amount: undefined as unknown as number },
  });
  return (
    <Form form={form} onSubmit={save} submitLabel="Lưu" onCancel={onCancel}>
      <TextField control={form.control} name="name" label="Tên" required />
      <DateField control={form.control} name="startsOn" label="Ngày bắt đầu" required />
      <MoneyField control={form.control} name="amount" label="Số tiền" required />
    </Form>
  );
}

async function fill() {
  await userEvent.type(screen.getByLabelText(/Tên/), 'Ánh Dương');
  await userEvent.type(screen.getByLabelText(/Ngày bắt đầu/), '5/3/2026');
  await userEvent.type(screen.getByLabelText(/Số tiền/), '45000000');
}

it('lists what is wrong, takes the focus there and leads to each field', async () => {
  const save = vi.fn<(values: Values) => Promise<unknown>>();
  renderUi(<Host save={save} />);
  await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  const summary = await screen.findByRole('alert');
  expect(summary).toHaveTextContent('Cần sửa 3 mục');
  expect(summary.parentElement).toHaveFocus();
  await userEvent.click(screen.getByRole('link', { name: 'Tên: Không được để trống' }));
  expect(screen.getByLabelText(/Tên/)).toHaveFocus();
  expect(save).not.toHaveBeenCalled();
});

it('hands over typed values', async () => {
  const save = vi.fn<(values: Values) => Promise<unknown>>().mockResolvedValue(undefined);
  renderUi(<Host save={save} />);
  await fill();
  await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  expect(save).toHaveBeenCalledWith({ name: 'Ánh Dương', startsOn: '2026-03-05', amount: 45_000_000 });
});

it('shows a refusal of the server at its field and keeps what was typed', async () => {
  const refusal = new ApiError(400, { errors: [{ pointer: '/name', code: 'x.y' }] });
  renderUi(<Host save={() => Promise.reject(refusal)} />);
  await fill();
  await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  expect(await screen.findByRole('link', { name: 'Tên: Giá trị không hợp lệ' })).toBeVisible();
  expect(screen.getByLabelText(/Tên/)).toHaveValue('Ánh Dương');
  expect(screen.getByLabelText(/Tên/)).toHaveAttribute('aria-invalid', 'true');
});

it('shows everything else in a banner with the reference', async () => {
  renderUi(<Host save={() => Promise.reject(new ApiError(409, { traceId: '00-z' }))} />);
  await fill();
  await userEvent.click(screen.getByRole('button', { name: 'Lưu' }));
  const banner = await screen.findByRole('alert');
  expect(banner).toHaveTextContent('Chưa thực hiện được');
  expect(banner).toHaveTextContent('Mã tra cứu: 00-z');
});

it('puts the main action last, as confirm dialogs do', () => {
  renderUi(<Host save={() => Promise.resolve()} onCancel={() => undefined} />);
  const names = screen.getAllByRole('button').map((button) => button.textContent);
  expect(names.slice(-2)).toEqual(['Hủy', 'Lưu']);
});
