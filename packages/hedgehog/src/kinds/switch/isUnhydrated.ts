import { JsonMap } from '../../model/json';
import { isUnset } from '../normalizers';

/** Spines have no tunnel address, so its absence says nothing there. */
export function isSwitchUnhydrated(spec: JsonMap): boolean {
  return (
    isUnset(spec.asn) ||
    isUnset(spec.ip) ||
    isUnset(spec.protocolIP) ||
    (isUnset(spec.vtepIP) && spec.role !== 'spine')
  );
}
