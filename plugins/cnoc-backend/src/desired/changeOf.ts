import type { DesiredChange, DesiredIndex } from './DesiredStore';
import { fileId, KnownFile, resourceKey, stored } from './KnownFile';

/** What has to be written so that the rows say what the files say. */
export function changeOf(
  files: readonly KnownFile[],
  rows: DesiredIndex,
  base: number | undefined,
): DesiredChange {
  const gone = new Map(rows.resources.map(row => [resourceKey(row), row]));
  const put: DesiredChange['resources']['put'] = [];
  const paths = new Set<string>();
  for (const file of files) {
    paths.add(file.path);
    for (const resource of file.resources) {
      const key = resourceKey(resource);
      const isNew = gone.get(key)?.digest !== resource.digest;
      if (isNew && resource.packed) {
        put.push({ ...resource.packed, file: file.path });
      }
      gone.delete(key);
    }
  }
  const there = new Set(rows.files.map(fileId));
  return {
    base,
    resources: {
      put,
      remove: [...gone.values()].map(({ kind, name }) => ({ kind, name })),
    },
    files: {
      put: files.map(stored).filter(file => !there.has(fileId(file))),
      remove: rows.files
        .map(({ path }) => path)
        .filter(path => !paths.has(path)),
    },
  };
}
