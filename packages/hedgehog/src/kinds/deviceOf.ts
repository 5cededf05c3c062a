import { textOf } from '../model/json';

/** Device of a port name: `leaf-01/E1/1` → `leaf-01`. */
export function deviceOf(port: unknown): string | undefined {
  const text = textOf(port);
  if (!text) return undefined;
  const slash = text.indexOf('/');
  return slash > 0 ? text.slice(0, slash) : undefined;
}
