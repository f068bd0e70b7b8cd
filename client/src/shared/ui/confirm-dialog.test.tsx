import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { ApiError } from '@/api/client';
import { renderUi } from '@/test/render';
import { ConfirmDialog } from './confirm-dialog';

function Host({ act }: { act: (reason: string) => Promise<unknown> }) {
  const [opened, setOpened] = useState(true);
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => setOpened(false)}
      title="Từ chối hồ sơ HS-2022-0012"
      consequence="Doanh nghiệp nhận thông báo kèm lý do."
      verb="Từ chối"
      danger
      reason={{ label: 'Lý do', required: true }}
      onConfirm={act}
    />
  );
}

it('asks for the reason before it acts', async () => {
  const act = vi.fn<(reason: string) => Promise<unknown>>().mockResolvedValue(undefined);
  renderUi(<Host act={act} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Từ chối' }));
  expect(screen.getByText('Không được để trống')).toBeVisible();
  expect(act).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText(/Lý do/), '  Hết thời hạn bổ sung ');
  await userEvent.click(screen.getByRole('button', { name: 'Từ chối' }));
  expect(act).toHaveBeenCalledWith('Hết thời hạn bổ sung');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('stays open with the text when the server refuses', async () => {
  renderUi(<Host act={() => Promise.reject(new ApiError(412, { traceId: '00-s' }))} />);
  await userEvent.type(await screen.findByLabelText(/Lý do/), 'Hết hạn');
  await userEvent.click(screen.getByRole('button', { name: 'Từ chối' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Người khác vừa sửa nội dung này');
  expect(screen.getByLabelText(/Lý do/)).toHaveValue('Hết hạn');
});
