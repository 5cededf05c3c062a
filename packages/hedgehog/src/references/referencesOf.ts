import { kindOf } from '../kinds';
import { Reference } from '../kinds/Kind';
import { isMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';

/** What the object names, as written (defaulting not applied). Broken parts name nothing. */
export function referencesOf(object: KubernetesObject): Reference[] {
  const kind = kindOf(object);
  return kind && isMap(object.spec) ? kind.references(object.spec) : [];
}
