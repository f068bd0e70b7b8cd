import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/client';
import { useAutosave } from './use-autosave';

function hook(store: (draft: string, etag: string) => Promise<string>) {
  const onRefused = vi.fn();
  return renderHook(() => useAutosave('1', store, onRefused)).result;
}

describe('a draft that saves itself', () => {
  it('goes on from the version that an act of one’s own led to', async () => {
    const store = vi.fn(() => Promise.resolve('3'));
    const autosave = hook(store);
    act(() => autosave.current.follow('2'));
    act(() => autosave.current.change('mine'));
    await act(() => autosave.current.flush());
    expect(store).toHaveBeenCalledWith('mine', '2');
  });

  it('leaves what somebody else has written until the user decides, whatever is attached meanwhile', async () => {
    const store = vi.fn(() => Promise.reject(new ApiError(412, {})));
    const autosave = hook(store);
    act(() => autosave.current.change('mine'));
    await act(() => autosave.current.flush().catch(() => undefined));
    expect(store).toHaveBeenCalledTimes(1);

    act(() => autosave.current.follow('3'));
    await act(() => autosave.current.flush().catch(() => undefined));
    expect(store).toHaveBeenCalledTimes(1);

    act(() => autosave.current.continueFrom('3'));
    await act(() => autosave.current.flush().catch(() => undefined));
    expect(store).toHaveBeenLastCalledWith('mine', '3');
  });
});
