import { JsonMap } from '../../model/json';
import { isUnset } from '../normalizers';

export function isGatewayUnhydrated(spec: JsonMap): boolean {
  return (
    isUnset(spec.asn) ||
    isUnset(spec.protocolIP) ||
    isUnset(spec.vtepIP) ||
    isUnset(spec.vtepMAC)
  );
}
