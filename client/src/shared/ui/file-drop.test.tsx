import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ApiError } from '@/api/client';
import { renderUi } from '@/test/render';
import { FileDrop, formatBytes, type UploadFile } from './file-drop';

const MEGABYTE = 1024 * 1024;

function open(upload: UploadFile, onUploaded = vi.fn<(file: File) => void>()) {
  renderUi(
    <FileDrop
      label="Đơn đăng ký"
      accept={['.pdf', '.docx']}
      maxBytes={MEGABYTE}
      multiple
      upload={upload}
      onUploaded={onUploaded}
    />,
  );
  return { input: screen.getByLabelText('Đơn đăng ký'), onUploaded };
}

function file(name: string, bytes: number): File {
  return new File([new Uint8Array(bytes)], name);
}

it('refuses wrong types, empty and too large files before anything is sent', async () => {
  const upload = vi.fn<UploadFile>();
  const { input } = open(upload);
  await userEvent.upload(input, [file('a.exe', 10), file('b.pdf', 0), file('c.pdf', MEGABYTE + 1)], {
    applyAccept: false,
  });
  expect(screen.getByText(/Loại tệp không được nhận/)).toBeVisible();
  expect(screen.getByText('Tệp rỗng')).toBeVisible();
  expect(screen.getByText('Tệp lớn hơn 1 MB')).toBeVisible();
  expect(upload).not.toHaveBeenCalled();
});

it('sends, shows the progress and reports the end', async () => {
  let finish = () => undefined as void;
  const { input, onUploaded } = open((_file, onProgress) => {
    onProgress(40);
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  const pdf = file('đơn.pdf', 2048);
  await userEvent.upload(input, pdf);
  expect(screen.getByRole('progressbar', { name: 'Tiến độ tải đơn.pdf' })).toHaveAttribute(
    'aria-valuenow',
    '40',
  );
  finish();
  expect(await screen.findByText('Đã tải lên')).toBeVisible();
  expect(onUploaded).toHaveBeenCalledWith(pdf);
});

it('says why a file failed and sends it again', async () => {
  const upload = vi
    .fn<UploadFile>()
    .mockRejectedValueOnce(new ApiError(413, {}))
    .mockResolvedValueOnce(undefined);
  const { input } = open(upload);
  await userEvent.upload(input, file('a.pdf', 2048));
  expect(await screen.findByText(/Nội dung gửi lên quá lớn/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Tải lại a.pdf' }));
  expect(await screen.findByText('Đã tải lên')).toBeVisible();
});

it('drops a removed file and its upload', async () => {
  let aborted = false;
  const { input } = open(
    (_file, _progress, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          aborted = true;
          reject(new DOMException('Aborted', 'AbortError'));
        });
      }),
  );
  await userEvent.upload(input, file('a.pdf', 2048));
  await userEvent.click(screen.getByRole('button', { name: 'Bỏ a.pdf' }));
  expect(aborted).toBe(true);
  expect(screen.queryByText(/a\.pdf/)).toBeNull();
});

it('writes sizes the Vietnamese way', () => {
  expect(formatBytes(100)).toBe('1 KB');
  expect(formatBytes(20 * MEGABYTE)).toBe('20 MB');
  expect(formatBytes(1.25 * MEGABYTE)).toBe('1,3 MB');
});
