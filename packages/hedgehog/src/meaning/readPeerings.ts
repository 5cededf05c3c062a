import { itemsOf } from '../kinds/normalizers';
import { at, JsonMap, mapOf, textOf, textsOf } from '../model/json';
import { normalForm } from '../schema/Form';
import {
  ExternalPeeringRecord,
  PeeringSideRecord,
  VPCPeeringRecord,
} from './records';

export function readVPCPeering(spec: JsonMap): VPCPeeringRecord {
  return {
    policies: itemsOf(spec.permit).flatMap(([, policy]) => {
      const sides = Object.keys(policy).map((vpc): PeeringSideRecord => {
        const subnets = textsOf(mapOf(policy[vpc])?.subnets);
        return subnets.length === 0 ? { vpc } : { vpc, subnets };
      });
      return sides.length === 2 ? [[sides[0], sides[1]] as const] : [];
    }),
  };
}

/** Without subnets or prefixes it permits nothing: unlike in a VPC peering, nothing does not mean all. */
export function readExternalPeering(
  spec: JsonMap,
): ExternalPeeringRecord | undefined {
  const vpc = textOf(at(spec, 'permit', 'vpc', 'name'));
  const external = textOf(at(spec, 'permit', 'external', 'name'));
  if (!vpc || !external) return undefined;
  return {
    vpc,
    external,
    subnets: textsOf(at(spec, 'permit', 'vpc', 'subnets')),
    prefixes: itemsOf(at(spec, 'permit', 'external', 'prefixes')).flatMap(
      ([, item]) => prefixOf(item.prefix),
    ),
  };
}

function prefixOf(value: unknown): string[] {
  const prefix = normalForm('prefix', textOf(value) ?? '');
  return prefix ? [prefix] : [];
}
