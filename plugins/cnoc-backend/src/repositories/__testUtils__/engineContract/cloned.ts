import { execFile } from 'node:child_process';
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Files of a working copy that stock git makes of a branch. */
export async function cloned(
  url: string,
  branch: string,
): Promise<Record<string, string>> {
  const place = mkdtempSync(join(tmpdir(), 'cnoc-clone-'));
  try {
    await run('git', ['clone', '-q', '-b', branch, '--', url, place], {
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
    });
    await run('git', ['-C', place, 'fsck', '--strict']);
    const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
    return Object.fromEntries(
      names
        .filter(name => !name.startsWith('.git'))
        .filter(name => lstatSync(join(place, name)).isFile())
        .sort()
        .map(name => [name, readFileSync(join(place, name), 'utf8')]),
    );
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
