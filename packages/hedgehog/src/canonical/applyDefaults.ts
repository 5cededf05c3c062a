import { kindOf } from '../kinds';
import { copyJson, isMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';

/**
 * What Hedgehog's webhooks would store: the spec with defaults added, lists sorted and values rewritten. Pure; the input
 * is not touched. Objects of other kinds come back as a copy.
 */
export function applyDefaults(object: KubernetesObject): KubernetesObject {
  const copy = copyJson(object);
  const kind = kindOf(copy);
  if (!kind) return copy;
  if (!copy.metadata.namespace) copy.metadata.namespace = 'default';
  if (copy.spec === undefined || copy.spec === null) copy.spec = {};
  if (isMap(copy.spec)) kind.normalize?.(copy.spec, copy);
  return copy;
}
