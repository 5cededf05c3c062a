import { join, resolve } from 'node:path';

/*
 * Hedgehog's CRDs are kept beside the repository. What needs them is left out, by name, where they are missing.
 */
const root = resolve(__dirname, '../..');
const hedgehog =
  process.env.CNOC_HEDGEHOG_DATA ??
  join(process.env.CNOC_SHARED ?? join(root, '..', 'shared'), 'hedgehog');

/** CRDs of the fabric API as of the newest release that is kept. */
export const currentCrds = join(hedgehog, 'crds', 'fabric');

/** Folders of CRDs by the release of the fabric API, oldest first. */
export const crdFolders: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['v0.81.1', 'v0.96.4', 'v0.115.4', 'v0.120.3'].map(release => [
      release,
      join(hedgehog, 'crds', 'history', release),
    ]),
  ),
  current: currentCrds,
};
