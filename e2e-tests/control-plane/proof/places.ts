import {
  formatPath,
  parsePath,
  type KubernetesObject,
  type PathSegments,
} from '@cnoc/hedgehog';

type Container = Record<string | number, unknown>;

/** Put into a place, it takes the place away. */
export const gone = Symbol('gone');

/** One place in an object. */
export interface Place {
  path: string;
  /** Undefined = the place is free. */
  value: unknown;
  /** It is in a list, which server-side apply owns and replaces as a whole. */
  isInList: boolean;
  put(value: unknown): void;
}

/** The places that a path means; `*` = every key or index that is there. */
export function placesOf(object: KubernetesObject, pattern: string): Place[] {
  const segments = parsePath(pattern) ?? [];
  return pathsOf(object, segments, []).map(path => ({
    path: formatPath(path),
    value: path.reduce<unknown>(
      (part, key) => (part as Container | undefined)?.[key],
      object,
    ),
    isInList: path.some(key => typeof key === 'number'),
    put: value => putAt(object as never, path, value),
  }));
}

/** Sets a value; maps on the way to it are made. */
export function put(
  object: KubernetesObject,
  pattern: string,
  value: unknown,
): void {
  placesOf(object, pattern).forEach(place => place.put(structuredClone(value)));
}

function pathsOf(
  value: unknown,
  [segment, ...rest]: PathSegments,
  path: PathSegments,
): (string | number)[][] {
  if (segment === undefined) return [[...path]];
  if (segment !== '*') {
    const key = Array.isArray(value) ? Number(segment) : segment;
    return pathsOf((value as Container | undefined)?.[key], rest, [
      ...path,
      key,
    ]);
  }
  if (typeof value !== 'object' || value === null) return [];
  const keys: (string | number)[] = Array.isArray(value)
    ? value.map((_, index) => index)
    : Object.keys(value);
  return keys.flatMap(key =>
    pathsOf((value as Container)[key], rest, [...path, key]),
  );
}

function putAt(object: Container, path: PathSegments, value: unknown): void {
  const key = path[path.length - 1];
  const parent = path.slice(0, -1).reduce<Container>((part, step) => {
    part[step] ??= {};
    return part[step] as Container;
  }, object);
  if (value !== gone) parent[key] = value;
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}
