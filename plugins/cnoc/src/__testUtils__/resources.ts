import type {
  KindCount,
  Resource,
  ResourceDetail,
} from '@cnoc/backstage-plugin-cnoc-common';
import { openFindings } from './findings';

export const kinds: KindCount[] = [
  { kind: 'VLANNamespace', total: 1, differing: 0 },
  { kind: 'IPv4Namespace', total: 1, differing: 0 },
  { kind: 'Switch', total: 6, differing: 0 },
  { kind: 'Server', total: 10, differing: 0 },
  { kind: 'Connection', total: 18, differing: 1 },
  { kind: 'VPC', total: 3, differing: 3 },
  { kind: 'VPCAttachment', total: 8, differing: 0 },
  { kind: 'External', total: 1, differing: 1 },
];

export const resources: Resource[] = [
  {
    kind: 'Connection',
    name: 'spine-1--leaf-1',
    state: 'drifted',
    severity: 'critical',
    reason: 'A link between spine and leaf is gone: no redundancy left',
    findings: 1,
    dependsOn: [],
    facts: [
      { label: 'Type', value: 'fabric' },
      { label: 'Links', value: '2' },
    ],
  },
  {
    kind: 'VPC',
    name: 'vpc-1',
    state: 'drifted',
    severity: 'critical',
    reason: 'The VLAN of subnet default changed: attached servers lose traffic',
    findings: 1,
    dependsOn: [],
    lag: true,
    source: openFindings[0].source,
    facts: [
      { label: 'Subnets', value: '1' },
      { label: 'VLANs', value: '1001' },
    ],
  },
  {
    kind: 'VPC',
    name: 'vpc-2',
    state: 'drifted',
    severity: 'info',
    reason: 'An annotation does not reach the switches',
    findings: 1,
    dependsOn: [],
    facts: [
      { label: 'Subnets', value: '1' },
      { label: 'VLANs', value: '1012' },
    ],
  },
  {
    kind: 'VPC',
    name: 'vpc-3',
    state: 'committed',
    severity: 'warning',
    reason: 'In git, not in the cluster',
    findings: 1,
    dependsOn: [],
    facts: [
      { label: 'Subnets', value: '2' },
      { label: 'VLANs', value: '1003, 1004' },
    ],
  },
  ...[1, 2, 3, 4].map(
    (n): Resource => ({
      kind: 'Switch',
      name: `leaf-${n}`,
      state: 'synced',
      findings: 0,
      dependsOn: [],
      facts: [
        { label: 'Role', value: 'server-leaf' },
        { label: 'ASN', value: `6510${n}` },
      ],
    }),
  ),
];

const yamlWith = (
  vlan: number,
  labels: string,
) => `apiVersion: vpc.githedgehog.com/v1beta1
kind: VPC
metadata:
  name: vpc-1
  namespace: default
${labels}spec:
  ipv4Namespace: default
  mode: l2vni
  subnets:
    default:
      dhcp:
        enable: true
        range:
          end: 10.0.1.99
          start: 10.0.1.10
      gateway: 10.0.1.1
      subnet: 10.0.1.0/24
      vlan: ${vlan}
  vlanNamespace: default
`;

export const vpcDetail: ResourceDetail = {
  ...resources[1],
  since: '2026-11-21T01:58:14.000Z',
  layers: {
    git: {
      state: 'present',
      since: '2026-11-20T21:00:00.000Z',
      commit: {
        sha: '4f2a9c1d7be0553be61cbd6d2f0a7a0e5d1b9a11',
        author: 'Network automation',
        at: '2026-11-20T20:59:00.000Z',
        url: 'https://git.example.com/network/fabrics/commit/4f2a9c1',
      },
    },
    cluster: {
      state: 'differs',
      since: '2026-11-21T01:58:14.000Z',
      generation: 4,
    },
    agents: {
      state: 'broken',
      since: '2026-11-21T01:31:00.000Z',
      switches: [
        { name: 'leaf-1', state: 'ready' },
        { name: 'leaf-2', state: 'ready' },
        { name: 'leaf-3', state: 'silent' },
      ],
    },
  },
  apiVersion: 'vpc.githedgehog.com/v1beta1',
  desired: { yaml: yamlWith(1001, '  labels:\n    team: network\n') },
  live: {
    yaml: yamlWith(1099, ''),
    generation: 4,
    createdAt: '2026-11-20T20:55:00.000Z',
    changedBy: openFindings[0].changedBy,
  },
  differences: openFindings[0].differences,
  references: {
    outgoing: [
      {
        kind: 'IPv4Namespace',
        name: 'default',
        path: 'spec.ipv4Namespace',
        known: true,
        state: 'synced',
      },
      {
        kind: 'VLANNamespace',
        name: 'default',
        path: 'spec.vlanNamespace',
        known: true,
        state: 'synced',
      },
    ],
    incoming: [
      {
        kind: 'VPCAttachment',
        name: 'vpc-1--server-1',
        path: 'spec.subnet',
        known: true,
        state: 'synced',
      },
      {
        kind: 'VPCAttachment',
        name: 'vpc-1--server-2',
        path: 'spec.subnet',
        known: true,
        state: 'synced',
      },
      {
        kind: 'VPCPeering',
        name: 'vpc-1--vpc-2',
        path: 'spec.permit[0]',
        known: false,
      },
    ],
  },
  openFindings: [openFindings[0]],
};
