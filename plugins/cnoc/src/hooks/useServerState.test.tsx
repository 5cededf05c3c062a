import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { answered } from '../__testUtils__/FakeCnocApi';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { useServerState } from './useServerState';

type Props = { key_: string };

function setUp(load: (signal: AbortSignal) => Promise<string>) {
  const signals = new FakeSignals();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider apis={[[signalApiRef, signals]]}>
      {children}
    </TestApiProvider>
  );
  const hook = renderHook(
    ({ key_ }: Props) => useServerState(key_, load, { fabric: 'f' }),
    { wrapper, initialProps: { key_: 'a' } },
  );
  return { ...hook, signals };
}
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('useServerState', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('loads, and loads again every 30 s', async () => {
    const load = jest.fn(async () => 'x');
    const { result } = setUp(load);
    expect(result.current.loading).toBe(true);
    await pass(0);
    expect(result.current).toMatchObject({ data: 'x', loading: false });
    await pass(30_000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('makes one request of a burst of signals, and ignores other fabrics', async () => {
    const load = jest.fn(async () => 'x');
    const { signals } = setUp(load);
    await pass(0);
    for (let n = 0; n < 20; n++) {
      signals.changed('f', n);
      signals.changed('other', n);
    }
    await pass(200);
    expect(load).toHaveBeenCalledTimes(2);
    signals.changed('other');
    await pass(200);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('keeps the data of before when a later request fails, and recovers', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce('x')
      .mockRejectedValueOnce(answered(500))
      .mockResolvedValueOnce('y');
    const { result } = setUp(load);
    await pass(0);
    await pass(30_000);
    expect(result.current).toMatchObject({ data: 'x', loading: false });
    expect(result.current.error).toBeDefined();
    await pass(30_000);
    expect(result.current).toMatchObject({ data: 'y', error: undefined });
  });

  it.each([401, 403, 404])('drops the data after a %d', async status => {
    const load = jest
      .fn()
      .mockResolvedValueOnce('x')
      .mockRejectedValueOnce(answered(status));
    const { result } = setUp(load);
    await pass(0);
    await pass(30_000);
    expect(result.current.data).toBeUndefined();
    expect(result.current.error).toBeDefined();
  });

  it('never shows one key’s data under another, and aborts what is left behind', async () => {
    const seen: AbortSignal[] = [];
    const load = jest.fn(async (signal: AbortSignal) => {
      seen.push(signal);
      return 'x';
    });
    const { result, rerender, unmount } = setUp(load);
    await pass(0);
    load.mockImplementation(signal => {
      seen.push(signal);
      return new Promise(() => {});
    });
    rerender({ key_: 'b' });
    expect(result.current).toMatchObject({ data: undefined, loading: true });
    unmount();
    expect(seen[1].aborted).toBe(true);
  });

  it('gives up on a request after 30 s', async () => {
    const load = (signal: AbortSignal) =>
      new Promise<string>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const { result } = setUp(load);
    await pass(30_000);
    expect(result.current.error?.name).toBe('RequestTimeoutError');
  });
});
