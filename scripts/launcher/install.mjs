import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { Problem } from './Problem.mjs';
import { inRoot } from './paths.mjs';
import { outputOf, run } from './processes.mjs';
import { toolEnvironment } from './toolchain.mjs';

const mark = inRoot('node_modules/.cnoc-installed');

/** Installs from the lock file, when it or the Node that native modules are built for changed since the last time. */
export async function install() {
  Object.assign(process.env, toolEnvironment());
  const wanted = await fingerprint();
  if ((await readFile(mark, 'utf8').catch(() => '')) === wanted) return;
  console.log('Installing from yarn.lock (the first time takes minutes) …');
  const registry = await outputOf('npm', ['config', 'get', 'registry']);
  const code = await run('yarn', ['install', '--immutable'], {
    env: {
      ...process.env,
      ...(registry
        ? { YARN_NPM_REGISTRY_SERVER: registry.replace(/\/$/, '') }
        : {}),
    },
  });
  if (existsSync(inRoot('node_modules/better-sqlite3')) && !sqliteLoads()) {
    throw new Problem(
      'The SQLite driver could not be built. Install a C++ compiler, make and Python 3 (Debian: apt install build-essential python3; macOS: xcode-select --install), then run this again.',
    );
  }
  if (code !== 0) {
    throw new Problem(
      'The packages could not be installed; the lines above say which. If a download failed, check the network, and the registry and proxy in .npmrc, then run this again.',
    );
  }
  await mkdir(inRoot('node_modules'), { recursive: true });
  await writeFile(mark, wanted);
}

async function fingerprint() {
  const hash = createHash('sha256').update(process.version + process.arch);
  for (const file of ['yarn.lock', '.yarnrc.yml', 'package.json']) {
    hash.update(await readFile(inRoot(file)));
  }
  return hash.digest('hex');
}

/** A native module that could not be built would otherwise show as a loader's error when the product starts. */
function sqliteLoads() {
  const { status } = spawnSync(
    process.execPath,
    ['-e', "new (require('better-sqlite3'))(':memory:').close()"],
    { cwd: inRoot(), stdio: 'ignore' },
  );
  return status === 0;
}
