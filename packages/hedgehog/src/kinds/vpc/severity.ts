import { at, JsonMap, mapOf } from '../../model/json';
import { bothSides } from '../../model/shown';
import { KindRule, RuleContext } from '../Kind';
import { entriesOf } from '../normalizers';
import {
  fieldRules,
  isGoneLive,
  whenDiffers,
  whenMissing,
  whenOrphaned,
} from '../severityRule';

const subnetOf = ({ kind, name, keys }: RuleContext) =>
  `subnet ${keys[0]} of ${kind} ${name}`;

export const vpcSeverity: readonly KindRule[] = [
  whenMissing(
    'vpc.missing',
    'critical',
    'A VPC is not in the cluster: nothing can attach to it.',
    ({ name, desired }) =>
      `VPC ${name} (${subnetsIn(
        desired,
      )}) is not in the cluster: no server can attach to it.`,
  ),
  whenOrphaned(
    'vpc.orphan',
    'warning',
    'A VPC is in the cluster and not in git.',
    ({ name, live }) =>
      `VPC ${name} (${subnetsIn(live)}) is in the cluster and not in git.`,
  ),
  whenDiffers(
    'vpc.subnet.missing',
    'spec.subnets.*',
    'critical',
    'A subnet is in git and not in the cluster: servers on it have no network.',
    context =>
      `The ${subnetOf(context)} (${describe(
        context.desired,
      )}) is not in the cluster: servers on it have no network.`,
    isGoneLive,
  ),
  whenDiffers(
    'vpc.subnet.removed',
    'spec.subnets.*',
    'critical',
    'A subnet is in the cluster and not in git: deploying removes it.',
    context =>
      `The ${subnetOf(context)} (${describe(
        context.live,
      )}) is in the cluster and not in git: deploying removes it, and servers on it lose the network.`,
  ),
  whenDiffers(
    'vpc.subnet.vlan',
    'spec.subnets.*.vlan',
    'critical',
    'The VLAN of a subnet differs: servers on it are in another network than git says.',
    context =>
      `The VLAN of ${subnetOf(context)} is ${bothSides(
        context,
      )}: servers that use the VLAN of git are cut off.`,
  ),
  whenDiffers(
    'vpc.subnet.prefix',
    'spec.subnets.*.subnet',
    'critical',
    'The network of a subnet differs: addresses of its servers do not fit.',
    context =>
      `The network of ${subnetOf(context)} is ${bothSides(
        context,
      )}: servers with addresses of one do not work in the other.`,
  ),
  whenDiffers(
    'vpc.subnet.gateway',
    'spec.subnets.*.gateway',
    'critical',
    'The gateway of a subnet differs: its servers cannot leave the subnet.',
    context =>
      `The gateway of ${subnetOf(context)} is ${bothSides(
        context,
      )}: servers with the other gateway cannot leave the subnet.`,
  ),
  ...['isolated', 'restricted'].map(field =>
    whenDiffers(
      `vpc.subnet.${field}`,
      `spec.subnets.*.${field}`,
      'critical',
      `Whether a subnet is ${field} differs: who may reach its servers differs.`,
      context =>
        `Whether the ${subnetOf(context)} is ${field} is ${bothSides(
          context,
        )}: who may reach its servers differs.`,
    ),
  ),
  whenDiffers(
    'vpc.subnet.hostBGP',
    'spec.subnets.*.hostBGP',
    'critical',
    'Whether hosts of a subnet speak BGP differs: their addresses are not announced.',
    context =>
      `BGP with hosts in the ${subnetOf(context)} is ${bothSides(
        context,
      )}: addresses that hosts announce are lost.`,
  ),
  ...['dhcp', 'dhcp.enable', 'dhcp.relay', 'dhcp.relayVPC'].map(field =>
    whenDiffers(
      `vpc.subnet.${field}`,
      `spec.subnets.*.${field}`,
      'critical',
      'How hosts of a subnet get addresses differs: hosts may get none.',
      context =>
        `DHCP (${field}) in the ${subnetOf(context)} is ${bothSides(
          context,
        )}: hosts may get no address.`,
    ),
  ),
  whenDiffers(
    'vpc.subnet.dhcp.range',
    'spec.subnets.*.dhcp.range.**',
    'warning',
    'The DHCP range of a subnet differs.',
    context =>
      `The DHCP range of the ${subnetOf(context)} is ${bothSides(
        context,
      )}: new hosts get other addresses.`,
  ),
  whenDiffers(
    'vpc.subnet.dhcp.static',
    'spec.subnets.*.dhcp.static.**',
    'warning',
    'A fixed DHCP address differs.',
    context =>
      `Fixed DHCP addresses in the ${subnetOf(context)} differ: ${bothSides(
        context,
      )}.`,
  ),
  whenDiffers(
    'vpc.subnet.dhcp.options',
    'spec.subnets.*.dhcp.options.**',
    'warning',
    'What DHCP tells the hosts differs.',
    context =>
      `What DHCP tells hosts in the ${subnetOf(context)} differs: ${bothSides(
        context,
      )}.`,
  ),
  ...fieldRules('vpc', 'critical', 'who may reach whom differs', {
    permit: {
      path: 'spec.permit.**',
      label: 'The list of subnets that may reach each other',
    },
    defaultIsolated: {
      path: 'spec.defaultIsolated',
      label: 'Isolation of subnets',
    },
    defaultRestricted: {
      path: 'spec.defaultRestricted',
      label: 'Restriction inside subnets',
    },
  }),
  ...fieldRules('vpc', 'critical', 'switches carry the VPC in another way', {
    mode: { path: 'spec.mode', label: 'The mode' },
    ipv4Namespace: { path: 'spec.ipv4Namespace', label: 'The IPv4 namespace' },
    vlanNamespace: { path: 'spec.vlanNamespace', label: 'The VLAN namespace' },
  }),
  ...fieldRules(
    'vpc',
    'critical',
    'traffic to these networks takes another way',
    {
      staticRoutes: { path: 'spec.staticRoutes.**', label: 'Static routing' },
    },
  ),
];

function describe(subnet: unknown): string {
  const { subnet: prefix, vlan } = mapOf(subnet) ?? ({} as JsonMap);
  return `${prefix ?? 'no network'}${vlan ? `, VLAN ${vlan}` : ''}`;
}

function subnetsIn(object: unknown): string {
  const subnets = entriesOf(at(object, 'spec', 'subnets'));
  return subnets.length === 0
    ? 'no subnets'
    : subnets
        .map(([, subnet]) => String(subnet.subnet ?? '?'))
        .slice(0, 4)
        .join(', ');
}
