import { ConflictError } from '@backstage/errors';
import { RunTrigger } from './RunTrigger';

describe('RunTrigger', () => {
  const SECOND = 1_000;
  let trigger: jest.Mock<Promise<void>, []>;
  let runs: RunTrigger;

  beforeEach(() => {
    jest.useFakeTimers();
    trigger = jest.fn(async () => {});
    runs = RunTrigger.create({ trigger });
  });
  afterEach(() => {
    runs.stop();
    jest.useRealTimers();
  });

  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('makes one run of many requests', async () => {
    for (let i = 0; i < 100; i += 1) runs.request();
    await pass(60 * SECOND);
    expect(trigger).toHaveBeenCalledTimes(1);
  });

  it('leaves 5 seconds between two runs, and loses no request', async () => {
    runs.request();
    await pass(SECOND);
    expect(trigger).toHaveBeenCalledTimes(1);
    runs.request();
    await pass(4_999);
    expect(trigger).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(trigger).toHaveBeenCalledTimes(2);
  });

  it('asks again when a run was under way', async () => {
    trigger.mockRejectedValueOnce(new ConflictError('is running'));
    runs.request();
    await pass(SECOND + 5 * SECOND);
    expect(trigger).toHaveBeenCalledTimes(2);
  });

  it('runs again after a failure, later each time, at most 5 minutes later', async () => {
    trigger.mockImplementation(async () => runs.ended({ ok: false }));
    runs.request();
    await pass(SECOND);
    for (const seconds of [5, 10, 20, 40, 80, 160, 300, 300]) {
      const before = trigger.mock.calls.length;
      await pass(seconds * SECOND - 1);
      expect(trigger).toHaveBeenCalledTimes(before);
      await pass(1);
      expect(trigger).toHaveBeenCalledTimes(before + 1);
    }
  });

  it('begins anew with short pauses after a success', async () => {
    for (let i = 0; i < 10; i += 1) runs.ended({ ok: false });
    runs.ended({ ok: true });
    await pass(5 * SECOND);
    trigger.mockClear();
    runs.ended({ ok: false });
    await pass(5 * SECOND);
    expect(trigger).toHaveBeenCalledTimes(1);
  });

  it('runs again when the scheduler could not be asked', async () => {
    trigger.mockRejectedValueOnce(new Error('database is away'));
    runs.request();
    await pass(SECOND + 5 * SECOND);
    expect(trigger).toHaveBeenCalledTimes(2);
  });

  it('does nothing once stopped', async () => {
    runs.request();
    runs.stop();
    runs.request();
    runs.ended({ ok: false });
    await pass(600 * SECOND);
    expect(trigger).not.toHaveBeenCalled();
    expect(jest.getTimerCount()).toBe(0);
  });
});
