import { isMap } from '../model/json';
import { PathSegments } from '../model/path';

/** Lines of the keys of maps and of the items of lists, as found while reading one document. */
export type LinesByContainer = ReadonlyMap<
  object,
  ReadonlyMap<string, { line: number }> | readonly number[]
>;

/** Lines of one object's keys and items: one number each, parents first, in the order of a walk through it. */
export type FlatLines = readonly number[];

/*
 * Lines stand beside the data, not in it, so that objects stay plain JSON; copies of an object have none. One flat array
 * per object: a map from every part would cost readers of large files dearly.
 */
const linesOf = new WeakMap<object, FlatLines>();

/** Keeps the lines of an object's fields for {@link lineOf}. */
export function rememberLines(
  object: object,
  lines: LinesByContainer | FlatLines,
): void {
  linesOf.set(object, isFlat(lines) ? lines : flattened(object, lines));
}

/** Line of an item of a list, as far as lines were kept for it. */
export function lineOfItem(
  list: readonly unknown[],
  index: number,
  lines: LinesByContainer | FlatLines,
): number | undefined {
  const own = isFlat(lines) ? undefined : lines.get(list);
  return own && isFlat(own) ? own[index] : undefined;
}

function isFlat(lines: object): lines is FlatLines {
  return Array.isArray(lines);
}

function flattened(object: object, lines: LinesByContainer): FlatLines {
  const flat: number[] = [];
  flatten(object, lines, flat);
  return flat;
}

function flatten(
  value: unknown,
  lines: LinesByContainer,
  flat: number[],
): void {
  if (Array.isArray(value)) {
    const own = lines.get(value);
    value.forEach((item, index) => {
      flat.push(Array.isArray(own) ? own[index] : 0);
      flatten(item, lines, flat);
    });
  } else if (isMap(value)) {
    const own = lines.get(value);
    for (const key of Object.keys(value)) {
      // Keys that a merge brought are not written here: 0 stands for "as the parent".
      flat.push((own instanceof Map ? own.get(key)?.line : undefined) ?? 0);
      flatten(value[key], lines, flat);
    }
  }
}

/**
 * The 1-based line at which a field stands in the file its object was read from, or of its nearest parent that is
 * written there; `undefined` for objects that were not read from a file.
 */
export function lineOf(object: object, path: PathSegments): number | undefined {
  const flat = linesOf.get(object);
  if (!flat) return undefined;
  let line: number | undefined;
  let value: unknown = object;
  let position = 0;
  for (const segment of path) {
    const parts = partsOf(value);
    const wanted = parts.findIndex(([key]) => String(key) === String(segment));
    if (wanted < 0) break;
    for (const [, part] of parts.slice(0, wanted)) position += 1 + sizeOf(part);
    line = flat[position] || line;
    position += 1;
    value = parts[wanted][1];
  }
  return line;
}

function partsOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item]);
  return isMap(value) ? Object.entries(value) : [];
}

function sizeOf(value: unknown): number {
  return partsOf(value).reduce((sum, [, part]) => sum + 1 + sizeOf(part), 0);
}
