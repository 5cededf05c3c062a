import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withCacheLock } from './CacheLock';
import { diskError } from './diskError';
import { GitRemote } from './GitEngine';
import { GitError, GitErrorReason } from './GitError';
import { KeyedMutex } from './KeyedMutex';

/** The cached repositories of an engine: one folder for each remote, worked on by one task of one process at a time. */
export class GitCaches {
  readonly #directory: string;
  readonly #suffix: string;
  readonly #lockTimeoutMs: number;
  readonly #locks = new KeyedMutex();

  private constructor(
    directory: string,
    options: { suffix: string; lockTimeoutMs: number },
  ) {
    this.#directory = directory;
    this.#suffix = options.suffix;
    this.#lockTimeoutMs = options.lockTimeoutMs;
  }

  /** @param options - `suffix` keeps the caches of different engines apart */
  static create(
    directory: string,
    options: { suffix: string; lockTimeoutMs: number },
  ): GitCaches {
    return new GitCaches(directory, options);
  }

  /** Reads from a cache; when the cache is what failed, removes it, so that the next fetch builds it anew. */
  async reading<T>(
    remote: GitRemote,
    signal: AbortSignal | undefined,
    task: (cache: string) => Promise<T>,
  ): Promise<T> {
    return this.#locked(remote, signal, async cache => {
      try {
        return await task(cache);
      } catch (error) {
        if (isAny(error, ['cache'])) {
          await rm(cache, { recursive: true, force: true });
        }
        throw error;
      }
    });
  }

  /** Runs a fetch; when the cache is what failed, removes it and tries once more from nothing (G21). */
  async healing<T>(
    remote: GitRemote,
    signal: AbortSignal | undefined,
    task: (cache: string) => Promise<T>,
  ): Promise<T> {
    return this.#locked(remote, signal, async cache => {
      // The lock is ours, so whatever another run left behind was left by one that died.
      await removeLeftovers(cache);
      try {
        return await task(cache);
      } catch (error) {
        if (!isAny(error, ['cache', 'failed'])) {
          throw error;
        }
        await rm(cache, { recursive: true, force: true });
        return task(cache);
      }
    });
  }

  async #locked<T>(
    remote: GitRemote,
    signal: AbortSignal | undefined,
    task: (cache: string) => Promise<T>,
  ): Promise<T> {
    const cache = join(this.#directory, cacheName(remote) + this.#suffix);
    return this.#locks.run(cache, async () => {
      try {
        return await withCacheLock(
          `${cache}.lock`,
          { timeoutMs: this.#lockTimeoutMs, signal },
          () => task(cache),
        );
      } catch (error) {
        throw diskError(error);
      }
    });
  }
}

/** The name alone could collide after a change of address, and a stale cache must not answer for a new remote. */
function cacheName(remote: GitRemote): string {
  return createHash('sha256')
    .update(`${remote.name}\n${remote.url}`)
    .digest('hex')
    .slice(0, 32);
}

function isAny(error: unknown, reasons: GitErrorReason[]): boolean {
  return error instanceof GitError && reasons.includes(error.reason);
}

/** Locks and half-written packs of a run that was killed. */
async function removeLeftovers(cache: string): Promise<void> {
  const packs = join(cache, 'objects', 'pack');
  const [top, inPacks] = await Promise.all([
    readdir(cache).catch(() => []),
    readdir(packs).catch(() => []),
  ]);
  const stale = [
    ...top
      .filter(name => name.endsWith('.lock'))
      .map(name => join(cache, name)),
    ...inPacks
      .filter(name => /^(tmp_|\.tmp)|\.(lock|incoming)$/.test(name))
      .map(name => join(packs, name)),
  ];
  await Promise.all(
    stale.map(file => rm(file, { recursive: true, force: true })),
  );
}
