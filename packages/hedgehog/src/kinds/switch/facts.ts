import { JsonMap, textsOf } from '../../model/json';
import { Fact } from '../Kind';

export function switchFacts(spec: JsonMap): Fact[] {
  return [
    { label: 'Role', value: String(spec.role ?? '') },
    { label: 'ASN', value: String(spec.asn ?? '') },
    { label: 'IP', value: String(spec.ip ?? '') },
    { label: 'Profile', value: String(spec.profile ?? '') },
    { label: 'Groups', value: textsOf(spec.groups).join(', ') },
  ];
}
