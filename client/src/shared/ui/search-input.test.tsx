import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderUi } from '@/test/render';
import { SearchInput } from './search-input';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open() {
  const onCommit = vi.fn<(value: string) => void>();
  renderUi(<SearchInput label="Tìm" value="" onCommit={onCommit} />);
  return { input: screen.getByRole('searchbox', { name: 'Tìm' }), onCommit };
}

it('reports once after a pause in typing, in composed form', () => {
  const { input, onCommit } = open();
  fireEvent.change(input, { target: { value: 'an' } });
  fireEvent.change(input, { target: { value: 'anh '.normalize('NFD') } });
  vi.advanceTimersByTime(249);
  expect(onCommit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onCommit.mock.calls).toEqual([['anh']]);
});

it('keeps quiet while a word is being composed', () => {
  const { input, onCommit } = open();
  fireEvent.compositionStart(input);
  for (const step of ['D', 'Đ', 'Đi', 'Điê', 'Điên']) {
    fireEvent.change(input, { target: { value: step } });
    vi.advanceTimersByTime(400);
  }
  expect(onCommit).not.toHaveBeenCalled();
  fireEvent.change(input, { target: { value: 'Điện' } });
  fireEvent.compositionEnd(input);
  vi.advanceTimersByTime(250);
  expect(onCommit.mock.calls).toEqual([['Điện']]);
});

it('clears at once', () => {
  const { input, onCommit } = open();
  fireEvent.change(input, { target: { value: 'abc' } });
  vi.advanceTimersByTime(250);
  fireEvent.click(screen.getByRole('button', { name: 'Xóa từ khóa' }));
  expect(input).toHaveValue('');
  expect(onCommit).toHaveBeenLastCalledWith('');
});
