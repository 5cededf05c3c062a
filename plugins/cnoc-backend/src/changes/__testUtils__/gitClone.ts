import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A clone that stock git made, to see with other eyes what was pushed. */
export interface GitClone {
  git: (...args: string[]) => Promise<string>;
  file: (path: string) => Promise<string>;
  remove: () => Promise<void>;
}

export async function gitClone(
  url: string,
  branch = 'main',
): Promise<GitClone> {
  const directory = await mkdtemp(join(tmpdir(), 'cnoc-test-clone-'));
  const env = {
    PATH: process.env.PATH,
    HOME: directory,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
  };
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', args, {
      cwd: directory,
      env,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  };
  await git('clone', '--quiet', '--branch', branch, url, '.');
  return {
    git,
    file: path => readFile(join(directory, path), 'utf8'),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
