import { isMap, listOf } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { controllerKinds } from './controllerKinds';

const names = new Set(controllerKinds.map(({ kind }) => kind));

/**
 * True for objects that a controller writes, which therefore are never orphans: by owner reference rather than by kind,
 * as a controller may create objects of the users' kinds, too.
 */
export function isControllerOwned(object: KubernetesObject): boolean {
  if (names.has(object.kind)) return true;
  if (object.kind === 'GatewayGroup' && object.metadata.name === 'default')
    return true;
  return listOf(object.metadata.ownerReferences).some(
    owner => isMap(owner) && owner.controller === true,
  );
}
