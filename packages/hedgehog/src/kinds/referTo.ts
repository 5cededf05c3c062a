import { textOf } from '../model/json';
import { formatPath, PathSegments } from '../model/path';
import { Reference } from './Kind';

/** A reference when the value names something, and none otherwise. */
export function referTo(
  kind: string,
  value: unknown,
  path: PathSegments,
): Reference[] {
  const name = textOf(value);
  return name ? [{ kind, name, path: formatPath(path) }] : [];
}
