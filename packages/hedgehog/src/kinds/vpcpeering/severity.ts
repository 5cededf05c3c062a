import { mapOf } from '../../model/json';
import { bothSides } from '../../model/shown';
import { KindRule } from '../Kind';
import { whenDiffers, whenMissing, whenOrphaned } from '../severityRule';
import { vpcPeeringReferences } from './references';

const pairIn = (object: unknown) =>
  vpcPeeringReferences(mapOf(mapOf(object)?.spec) ?? {})
    .map(({ name }) => name)
    .join(' and ') || '?';

export const vpcPeeringSeverity: readonly KindRule[] = [
  whenMissing(
    'vpcPeering.missing',
    'critical',
    'A peering is not in the cluster: two VPCs cannot reach each other.',
    ({ name, desired }) =>
      `VPCPeering ${name} is not in the cluster: VPCs ${pairIn(
        desired,
      )} cannot reach each other.`,
  ),
  whenOrphaned(
    'vpcPeering.orphan',
    'warning',
    'A peering is in the cluster and not in git: two VPCs reach each other although git does not say so.',
    ({ name, live }) =>
      `VPCPeering ${name} is in the cluster and not in git: VPCs ${pairIn(
        live,
      )} reach each other although git does not say so.`,
  ),
  whenDiffers(
    'vpcPeering.permit',
    'spec.permit.**',
    'critical',
    'What two VPCs permit each other differs: some subnets cannot reach each other.',
    context =>
      `What VPCPeering ${context.name} permits between ${pairIn(
        context.desiredObject,
      )} is ${bothSides(
        context,
      )}: some subnets cannot reach each other, or reach more than git says.`,
  ),
];
