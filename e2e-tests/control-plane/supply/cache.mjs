import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { Problem } from './launcher.mjs';
import { withLock } from './withLock.mjs';

const PROGRAMS = ['etcd', 'kube-apiserver'];
/** Builds kept for other branches; each has about 150 MB. */
const KEPT = 3;

/** Outside the work tree, so that a fresh clone does not build again. */
const home = path.join(
  process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'),
  'cnoc',
  'control-plane',
);

/** Whether the folder holds all programs, ready to run. */
export async function isComplete(folder) {
  const checks = PROGRAMS.map(name =>
    access(path.join(folder, name), constants.X_OK).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(checks)).every(Boolean);
}

/**
 * The cached folder of that key. When it is missing, `build` fills a folder that then takes its place in one step, so
 * that nobody meets half a build; two starts at the same time build once.
 *
 * @param build false = do not build
 */
export async function cached(key, build) {
  const folder = path.join(home, key);
  if (await isComplete(folder)) return folder;
  if (!build) throw new Problem('nothing is built yet.');
  await mkdir(home, { recursive: true });
  return withLock(path.join(home, `${key}.lock`), async () => {
    if (await isComplete(folder)) return folder;
    const partial = path.join(home, `${key}.${randomUUID()}.partial`);
    await mkdir(partial);
    try {
      await build(partial);
      if (!(await isComplete(partial))) {
        throw new Problem('the build ended without etcd and kube-apiserver.');
      }
      await rm(folder, { recursive: true, force: true });
      await rename(partial, folder);
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
    await removeOld(folder);
    return folder;
  });
}

async function removeOld(current) {
  const names = await readdir(home);
  const builds = await Promise.all(
    names
      .filter(name => !/\.(?:lock|partial)$/.test(name))
      .map(name => path.join(home, name))
      .filter(folder => folder !== current)
      .map(async folder => ({ folder, at: (await stat(folder)).mtimeMs })),
  );
  builds.sort((a, b) => b.at - a.at);
  for (const { folder } of builds.slice(KEPT - 1)) {
    await rm(folder, { recursive: true, force: true });
  }
}
