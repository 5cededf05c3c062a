import { bothSides } from '../../model/shown';
import { KindRule } from '../Kind';
import {
  fieldRules,
  whenDiffers,
  whenMissing,
  whenOrphaned,
} from '../severityRule';

export const switchKindSeverity: readonly KindRule[] = [
  whenMissing(
    'switch.missing',
    'critical',
    'A switch is not in the cluster: it gets no configuration, and its connections are refused.',
    ({ name }) =>
      `Switch ${name} is not in the cluster: it gets no configuration, and its connections are refused.`,
  ),
  whenOrphaned(
    'switch.orphan',
    'warning',
    'A switch is in the cluster and not in git.',
    ({ name }) => `Switch ${name} is in the cluster and not in git.`,
  ),
  ...fieldRules('switch', 'critical', 'BGP sessions with its neighbours fail', {
    asn: { path: 'spec.asn', label: 'The ASN' },
    protocolIP: { path: 'spec.protocolIP', label: 'The router id' },
  }),
  ...fieldRules('switch', 'critical', 'VPC traffic through it is lost', {
    vtepIP: { path: 'spec.vtepIP', label: 'The tunnel address' },
    vlanNamespaces: {
      path: 'spec.vlanNamespaces',
      label: 'The list of VLAN namespaces',
    },
  }),
  ...fieldRules(
    'switch',
    'critical',
    'it is configured as another kind of switch',
    {
      role: { path: 'spec.role', label: 'The role' },
      profile: { path: 'spec.profile', label: 'The profile' },
    },
  ),
  ...fieldRules('switch', 'critical', 'its agent may not be reached', {
    ip: { path: 'spec.ip', label: 'The management address' },
  }),
  ...fieldRules('switch', 'critical', 'servers may lose their second path', {
    redundancy: { path: 'spec.redundancy.**', label: 'Redundancy' },
  }),
  ...fieldRules('switch', 'critical', 'links on the port may go down', {
    portBreakouts: { path: 'spec.portBreakouts.**', label: 'A port breakout' },
    portSpeeds: { path: 'spec.portSpeeds.**', label: 'A port speed' },
    portGroupSpeeds: {
      path: 'spec.portGroupSpeeds.**',
      label: 'A port group speed',
    },
    portAutoNegs: {
      path: 'spec.portAutoNegs.**',
      label: 'Auto-negotiation of a port',
    },
    portFECs: { path: 'spec.portFECs.**', label: 'Error correction of a port' },
  }),
  ...fieldRules('switch', 'warning', 'traffic works, but not as git says', {
    groups: { path: 'spec.groups', label: 'The list of groups' },
    roce: { path: 'spec.roce', label: 'RoCE' },
    ecmp: { path: 'spec.ecmp.**', label: 'Load sharing' },
    enableAllPorts: {
      path: 'spec.enableAllPorts',
      label: 'Enabling of all ports',
    },
    linkFlapErrDisable: {
      path: 'spec.linkFlapErrDisable.**',
      label: 'Shutting of flapping ports',
    },
  }),
  ...fieldRules(
    'switch',
    'warning',
    'the switch may not be recognised when it boots',
    {
      boot: { path: 'spec.boot.**', label: 'The boot identity' },
    },
  ),
  whenDiffers(
    'switch.routeSummary',
    'metadata.annotations["fabric.githedgehog.com/route-summ"]',
    'warning',
    'Route summaries of a switch differ: other routes are announced.',
    context =>
      `Route summaries of Switch ${context.name} are ${bothSides(
        context,
      )}: other routes are announced.`,
  ),
];
