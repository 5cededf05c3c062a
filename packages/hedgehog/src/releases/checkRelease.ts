import { Problem } from '../kinds/Kind';
import { isMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { latestRelease, releases } from './releases';
import { ReleaseField, releaseFields } from './releaseFields';

interface Compiled {
  field: ReleaseField;
  keys: readonly string[];
}

const byKind = new Map<string, Compiled[]>();
for (const field of releaseFields) {
  const list = byKind.get(field.kind) ?? [];
  list.push({ field, keys: field.path.split('.') });
  byKind.set(field.kind, list);
}

/** Fields and kinds that the release does not have yet. An unknown release is taken for the latest. */
export function checkRelease(
  object: KubernetesObject,
  release: string,
): Problem[] {
  if (
    release >= latestRelease ||
    !releases.some(({ name }) => name === release)
  )
    return [];
  const problems: Problem[] = [];
  for (const { field, keys } of byKind.get(object.kind) ?? []) {
    if (field.since <= release) continue;
    if (field.path === 'spec') {
      return [
        {
          rule: 'release.kind',
          message: `Hedgehog ${release} has no ${object.kind} objects; they came in ${field.since}.`,
          path: ['kind'],
          hint: `Upgrade the fabric to ${field.since}, or remove the object.`,
        },
      ];
    }
    find(object, keys, [], path =>
      problems.push({
        rule: 'release.field',
        message: `Hedgehog ${release} does not know the field ${String(
          path[path.length - 1],
        )}; it came in ${field.since}.`,
        path,
        hint: `Upgrade the fabric to ${field.since}, or remove the field.`,
      }),
    );
  }
  return problems;
}

function find(
  value: unknown,
  [key, ...rest]: readonly string[],
  path: (string | number)[],
  found: (path: (string | number)[]) => void,
): void {
  if (key === undefined) {
    if (value !== undefined && value !== null) found(path);
  } else if (key !== '*') {
    if (isMap(value) && Object.hasOwn(value, key))
      find(value[key], rest, [...path, key], found);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => find(item, rest, [...path, index], found));
  } else if (isMap(value)) {
    for (const each of Object.keys(value))
      find(value[each], rest, [...path, each], found);
  }
}
