import { setTimeout as sleep } from 'node:timers/promises';

/** Waits, or returns at once when the signal fires; never throws. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
