import { isNotOwnKey } from '../canonical/metadataKeys';
import { Kind, Problem } from '../kinds/Kind';
import { isMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';

/** Names labels and annotations that the fabric writes anew, and that tools leave behind: what git says of them is lost. */
export function checkIgnoredTexts(
  { metadata }: KubernetesObject,
  kind: Kind,
  problems: Problem[],
): void {
  for (const part of ['labels', 'annotations'] as const) {
    const texts = metadata[part] as unknown;
    if (!isMap(texts)) continue;
    for (const key of Object.keys(texts)) {
      if (isNotOwnKey(key, kind, part))
        problems.push({
          rule: 'object.ignoredTexts',
          severity: 'warning',
          message: `The fabric or a tool writes ${key} itself; what the file says of it is ignored.`,
          path: ['metadata', part, key],
          hint: 'Remove it from the file.',
        });
    }
  }
}
