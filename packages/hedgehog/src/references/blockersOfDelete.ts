import { applyDefaults } from '../canonical/applyDefaults';
import { KubernetesObject, ObjectKey } from '../model/KubernetesObject';
import { keyOf } from './ReferenceIndex';
import { referencesOf } from './referencesOf';

/**
 * The objects that still refer to the target, so that it must not be deleted. Hedgehog's webhooks refuse most of these
 * deletes themselves; SwitchGroup, GatewayGroup, and the VPCs and externals of a GatewayPeering have no guard upstream,
 * and are guarded here. References that only defaulting brings, such as to the namespace `default`, count, too.
 */
export function blockersOfDelete(
  target: ObjectKey,
  objects: Iterable<KubernetesObject>,
): ObjectKey[] {
  const wanted = keyOf(target);
  const blockers: ObjectKey[] = [];
  for (const object of objects) {
    const key = { kind: object.kind, name: object.metadata.name };
    if (keyOf(key) === wanted) continue;
    if (
      referencesOf(applyDefaults(object)).some(
        reference => keyOf(reference) === wanted,
      )
    )
      blockers.push(key);
  }
  return blockers;
}
