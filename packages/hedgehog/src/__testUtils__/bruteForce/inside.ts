import { all, Loose, Objects } from './objects';
import { Place } from './places';

/** Whether two subnets of a VPC reach each other, or the hosts of one. */
export function openInside(spec: Loose, a: string, b: string): boolean {
  const flag = (subnet: string, own: string, general: string) =>
    spec.subnets[subnet][own] ?? spec[general] ?? false;
  if (a === b) return !flag(a, 'restricted', 'defaultRestricted');
  if (
    !flag(a, 'isolated', 'defaultIsolated') &&
    !flag(b, 'isolated', 'defaultIsolated')
  )
    return true;
  return (spec.permit ?? []).some(
    (group: string[]) => group.includes(a) && group.includes(b),
  );
}

export function peered(objects: Objects, a: Place, b: Place): boolean {
  const holds = (policy: Loose, { vpc, subnet }: Place) =>
    vpc in policy &&
    (!policy[vpc]?.subnets?.length || policy[vpc].subnets.includes(subnet));
  return all(objects, 'VPCPeering').some(peering =>
    peering.spec.permit.some(
      (policy: Loose) => holds(policy, a) && holds(policy, b),
    ),
  );
}
