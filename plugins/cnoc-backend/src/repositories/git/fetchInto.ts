import { mkdir, rm } from 'node:fs/promises';
import { GitBudgets } from './GitBudgets';
import { GitRemote } from './GitEngine';
import { GitError } from './GitError';
import { SystemGit } from './SystemGit';
import { watchFetch } from './watchFetch';

export async function prepareCache(
  git: SystemGit,
  cache: string,
  signal?: AbortSignal,
): Promise<void> {
  await mkdir(cache, { recursive: true, mode: 0o700 });
  await git.local(cache, {
    args: ['init', '--quiet', '--bare', '--template='],
    signal,
  });
}

/** Fetches one ref into a cache; removes the cache when it outgrows its budget. */
export async function fetchInto(
  git: SystemGit,
  cache: string,
  remote: GitRemote,
  options: {
    source: string;
    args: readonly string[];
    budgets: GitBudgets;
    signal?: AbortSignal;
  },
): Promise<void> {
  const { source, args, budgets, signal } = options;
  try {
    await git.remote(remote, {
      args: [
        `--git-dir=${cache}`,
        'fetch',
        '--quiet',
        ...args,
        '--no-tags',
        '--no-recurse-submodules',
        '--no-write-fetch-head',
        '--force',
        '--',
        remote.url,
        `${source}:refs/cnoc/fetched`,
      ],
      watch: () => watchFetch(cache, budgets),
      signal,
    });
    // A fetch may be over before the watcher had its turn.
    const late = await watchFetch(cache, budgets);
    if (late) {
      throw late;
    }
  } catch (error) {
    if (error instanceof GitError && error.reason === 'tooLarge') {
      await rm(cache, { recursive: true, force: true });
    }
    throw error;
  }
}
