import { setTimeout as wait } from 'node:timers/promises';

/** Polls until the condition holds; for what a real process or timer does. Throws when the deadline passes. */
export async function waitUntil(
  what: string,
  condition: () => boolean | Promise<boolean>,
  deadlineMs = 15_000,
): Promise<void> {
  const end = Date.now() + deadlineMs;
  while (!(await condition())) {
    if (Date.now() > end) {
      throw new Error(`Waited ${deadlineMs} ms in vain until ${what}`);
    }
    await wait(10);
  }
}
