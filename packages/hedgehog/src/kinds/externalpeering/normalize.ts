import { at, JsonMap, mapOf } from '../../model/json';
import { byTextField, sortMaps, sortTexts } from '../normalizers';

/** ExternalPeering webhook: sorts what it permits. */
export function normalizeExternalPeering(spec: JsonMap): void {
  const vpc = mapOf(at(spec, 'permit', 'vpc'));
  if (vpc) sortTexts(vpc, 'subnets');
  const external = mapOf(at(spec, 'permit', 'external'));
  if (external) sortMaps(external, 'prefixes', byTextField('prefix'));
}
