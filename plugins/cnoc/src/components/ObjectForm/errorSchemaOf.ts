import type { ErrorSchema } from '@rjsf/utils';
import { parsePath, type Diagnostic } from '@cnoc/hedgehog';

type Errors = {
  __errors?: string[];
  [key: string]: Errors | string[] | undefined;
};

/**
 * Diagnostics by the field that they are about. Those that are about no field of the form are left to the list.
 *
 * @internal
 */
export function errorSchemaOf(diagnostics: readonly Diagnostic[]): ErrorSchema {
  const root: Errors = {};
  for (const { path, severity, message } of diagnostics) {
    if (!path || severity === 'info') continue;
    const segments = (parsePath(path) ?? []).map(String);
    if (segments[0] === 'metadata') segments.shift();
    if (!['spec', 'labels', 'annotations'].includes(segments[0])) continue;
    let at = root;
    for (const segment of segments) {
      // Own keys only: a path is data, and `constructor` is a name like any other.
      if (!Object.hasOwn(at, segment)) {
        Object.defineProperty(at, segment, {
          value: {},
          enumerable: true,
          configurable: true,
        });
      }
      at = at[segment] as Errors;
    }
    at.__errors = [...(at.__errors ?? []), message];
  }
  return root as ErrorSchema;
}
