import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * Facts and samples that are kept outside the repository. Suites that use them are skipped where they are missing, and
 * say in their title that they need them; the package's own examples still cover every rule.
 */
const root = resolve(__dirname, '../../../..');
const shared = process.env.CNOC_SHARED ?? join(root, '..', 'shared');

/** Folder with Hedgehog's facts and samples. */
export const hedgehogData =
  process.env.CNOC_HEDGEHOG_DATA ?? join(shared, 'hedgehog');
/** Folder with tables of observed behaviour. */
export const qualityData = join(shared, 'quality');

/** `describe` where the file or folder exists, else `describe.skip`. */
export function suiteWith(path: string): jest.Describe | jest.Describe['skip'] {
  return existsSync(path) ? describe : describe.skip;
}

export function readText(path: string): string {
  return readFileSync(path, 'utf8');
}

/** Files below a folder, by name, with paths relative to it. */
export function filesBelow(folder: string, under = ''): string[] {
  return readdirSync(join(folder, under))
    .sort()
    .flatMap(name => {
      const path = under === '' ? name : `${under}/${name}`;
      return statSync(join(folder, path)).isDirectory()
        ? filesBelow(folder, path)
        : [path];
    });
}
