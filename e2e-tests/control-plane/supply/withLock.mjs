import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** The holder renews the lock this often; one that was not renewed for long belongs to a process that is gone. */
const RENEW_MS = 5_000;
const STALE_MS = 60_000;
const POLL_MS = 1_000;

/** Runs `work` while holding the lock; waits for as long as another process holds it. */
export async function withLock(lock, work) {
  await acquire(lock);
  const renewal = setInterval(() => {
    const now = new Date();
    // Removed by hand: nothing to renew, and nothing to protect that a second build could break.
    utimes(lock, now, now).catch(() => {});
  }, RENEW_MS);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await rm(lock, { recursive: true, force: true });
  }
}

async function acquire(lock) {
  for (let told = false; ; ) {
    try {
      await mkdir(lock);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const age = await stat(lock).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > STALE_MS) {
      await rm(lock, { recursive: true, force: true });
    } else {
      if (!told) process.stderr.write('Another process builds it; waiting …\n');
      told = true;
      await sleep(POLL_MS);
    }
  }
}
