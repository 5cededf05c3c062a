import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { gitError } from './gitFailure';

const beatMs = 5_000;
const staleMs = 30_000;
const retryMs = 50;

const me = `${hostname()} ${process.pid}`;

/** A process of this machine that is gone cannot hold a lock (kill -9); of another machine only its silence tells. */
async function abandoned(file: string): Promise<boolean> {
  try {
    const [text, facts] = await Promise.all([
      readFile(file, 'utf8'),
      stat(file),
    ]);
    if (Date.now() - facts.mtimeMs > staleMs) {
      return true;
    }
    const [host, pid] = text.split(' ');
    if (host !== hostname() || !/^\d+$/.test(pid ?? '')) {
      return false;
    }
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/**
 * Runs a task while no other process works on the same cached repository (cases G19, G21): a file beside it that is
 * touched every few seconds. Within one process callers queue before they come here.
 *
 * @throws GitError `timeout` when the other process does not end in time, `aborted`
 */
export async function withCacheLock<T>(
  file: string,
  options: { timeoutMs: number; signal?: AbortSignal },
  task: () => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + options.timeoutMs;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  for (;;) {
    const handle = await open(file, 'wx', 0o600).catch(error => {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
        return undefined;
      }
      throw error;
    });
    if (handle) {
      await handle.writeFile(me).finally(() => handle.close());
      break;
    }
    if (options.signal?.aborted) {
      throw gitError('aborted');
    }
    if (await abandoned(file)) {
      await rm(file, { force: true });
    } else if (Date.now() > deadline) {
      throw gitError('timeout');
    } else {
      await new Promise(done => {
        setTimeout(done, retryMs);
      });
    }
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, beatMs);
  beat.unref();
  try {
    return await task();
  } finally {
    clearInterval(beat);
    await rm(file, { force: true });
  }
}
