import { JsonMap, mapOf } from '../../model/json';
import { isUnset, itemsOf } from '../normalizers';

/** Link types whose addresses the installer fills in. */
const hydratedTypes = ['fabric', 'mesh', 'gateway'];

export function isConnectionUnhydrated(spec: JsonMap): boolean {
  return hydratedTypes.some(type =>
    itemsOf(mapOf(spec[type])?.links).some(([, link]) =>
      Object.values(link).some(end => isUnset(mapOf(end)?.ip)),
    ),
  );
}
