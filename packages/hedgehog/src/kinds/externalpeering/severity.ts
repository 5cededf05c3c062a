import { at } from '../../model/json';
import { KindRule } from '../Kind';
import { fieldRules, whenMissing, whenOrphaned } from '../severityRule';

const vpcIn = (object: unknown) =>
  String(at(object, 'spec', 'permit', 'vpc', 'name') ?? '?');
const externalIn = (object: unknown) =>
  String(at(object, 'spec', 'permit', 'external', 'name') ?? '?');

export const externalPeeringSeverity: readonly KindRule[] = [
  whenMissing(
    'externalPeering.missing',
    'critical',
    'An external peering is not in the cluster: a VPC cannot reach an external.',
    ({ name, desired }) =>
      `ExternalPeering ${name} is not in the cluster: VPC ${vpcIn(
        desired,
      )} cannot reach External ${externalIn(desired)}.`,
  ),
  whenOrphaned(
    'externalPeering.orphan',
    'warning',
    'An external peering is in the cluster and not in git: a VPC reaches an external although git does not say so.',
    ({ name, live }) =>
      `ExternalPeering ${name} is in the cluster and not in git: VPC ${vpcIn(
        live,
      )} reaches External ${externalIn(live)} although git does not say so.`,
  ),
  ...fieldRules(
    'externalPeering',
    'critical',
    'what reaches the outside differs',
    {
      vpc: { path: 'spec.permit.vpc.**', label: "The VPC's side" },
      external: {
        path: 'spec.permit.external.**',
        label: "The external's side",
      },
    },
  ),
];
