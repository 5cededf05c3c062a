import { createHash } from 'node:crypto';
import { mkdir, open, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from './Problem.mjs';
import { inRoot, inState, root } from './paths.mjs';
import { run } from './processes.mjs';

/** Everything that ends up in the bundle that browsers load. */
const sources = [
  'yarn.lock',
  'packages/app',
  'packages/hedgehog',
  'plugins/cnoc',
  'plugins/cnoc-common',
];
const mark = inRoot('packages/app/dist/.cnoc-built');

/** Builds the browser's side, when one of its sources changed since the last time. */
export async function buildApp() {
  const wanted = await fingerprint();
  if ((await readFile(mark, 'utf8').catch(() => '')) === wanted) return;
  console.log('Building the pages (about a minute, only after a change) …');
  await mkdir(inState('logs'), { recursive: true });
  const log = await open(inState('logs', 'build.log'), 'w');
  const code = await run('yarn', ['workspace', 'app', 'build'], {
    stdio: ['ignore', log.fd, log.fd],
    // With CI set, warnings of the bundler would be errors.
    env: { ...process.env, CI: '' },
  });
  await log.close();
  if (code !== 0) {
    const text = await readFile(inState('logs', 'build.log'), 'utf8');
    throw new Problem(
      `The pages could not be built:\n${text
        .trimEnd()
        .split('\n')
        .slice(-30)
        .join('\n')}`,
    );
  }
  await writeFile(mark, wanted);
}

async function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(inRoot(source))) {
      hash.update(path.relative(root, file)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesOf(place) {
  const entries = await readdir(place, { withFileTypes: true }).catch(error => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!entries) return [place];
  const nested = await Promise.all(
    entries
      .filter(
        ({ name }) => !['dist', 'node_modules', 'coverage'].includes(name),
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(entry => {
        const file = path.join(place, entry.name);
        return entry.isDirectory() ? filesOf(file) : [file];
      }),
  );
  return nested.flat();
}
