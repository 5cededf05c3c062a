import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Tries until the check passes: for what a real server or process does in its own time. Fails with the check's last
 * error.
 */
export async function eventually<T>(
  check: () => Promise<T> | T,
  withinMs = 20_000,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(50);
    }
  }
}
