import type {
  FabricFinding,
  Finding,
  FindingTotals,
  IgnoreRule,
} from '@cnoc/backstage-plugin-cnoc-common';

const byHand = {
  manager: 'kubectl-edit',
  at: '2026-11-21T01:58:12.000Z',
};
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const seen = {
  status: 'open',
  firstSeen: '2026-11-21T01:58:14.000Z',
  lastSeen: '2026-11-21T02:09:40.000Z',
} as const;
const inVpcs = {
  file: 'fabrics/lab-clos/vpcs.yaml',
  commit: '4f2a9c1d7be0553be61cbd6d2f0a7a0e5d1b9a11',
};

export const openFindings: Finding[] = [
  {
    ...seen,
    id: id(1),
    kind: 'VPC',
    name: 'vpc-1',
    type: 'drift',
    state: 'drifted',
    rule: 'vpc.subnet.vlan',
    severity: 'critical',
    reason: 'The VLAN of subnet default changed: attached servers lose traffic',
    source: {
      ...inVpcs,
      line: 3,
      url: 'https://git.example.com/network/fabrics/blob/4f2a9c1/fabrics/lab-clos/vpcs.yaml#L3',
    },
    changedBy: byHand,
    differences: [
      {
        path: 'spec.subnets.default.vlan',
        desired: 1001,
        live: 1099,
        severity: 'critical',
        reason: 'Servers are tagged with another VLAN than git says',
        rule: 'vpc.subnet.vlan',
        changedBy: byHand,
      },
      {
        path: 'metadata.labels["team"]',
        desired: 'network',
        severity: 'info',
        reason: 'A label does not reach the switches',
        rule: 'any.labels',
      },
    ],
  },
  {
    ...seen,
    id: id(2),
    kind: 'Connection',
    name: 'spine-1--leaf-1',
    type: 'drift',
    state: 'drifted',
    rule: 'connection.fabric.links',
    severity: 'critical',
    reason: 'A link between spine and leaf is gone: no redundancy left',
    changedBy: { ...byHand, at: '2026-11-21T01:58:40.000Z' },
    differences: [
      {
        path: 'spec.fabric.links[1]',
        desired: {
          leaf: { ip: '172.30.128.3/31', port: 'leaf-1/E1/2' },
          spine: { ip: '172.30.128.2/31', port: 'spine-1/E1/2' },
        },
        severity: 'critical',
        reason: 'The link is not in the cluster',
        rule: 'connection.fabric.links',
        changedBy: { ...byHand, at: '2026-11-21T01:58:40.000Z' },
      },
    ],
  },
  {
    ...seen,
    id: id(3),
    kind: 'VPC',
    name: 'vpc-3',
    type: 'drift',
    state: 'committed',
    rule: 'any.missing',
    severity: 'warning',
    reason: 'In git, not in the cluster',
    source: { ...inVpcs, line: 44 },
    differences: [],
  },
  {
    ...seen,
    id: id(4),
    kind: 'Switch',
    name: 'leaf-3',
    type: 'agent',
    rule: 'agent.silent',
    severity: 'warning',
    reason: 'The agent of leaf-3 has been silent for 38 minutes',
    differences: [],
  },
  {
    ...seen,
    id: id(5),
    kind: 'VPC',
    name: 'vpc-2',
    type: 'drift',
    state: 'drifted',
    rule: 'any.annotations',
    severity: 'info',
    reason: 'An annotation does not reach the switches',
    changedBy: { manager: 'lens', at: '2026-11-20T16:02:00.000Z' },
    differences: [
      {
        path: 'metadata.annotations["note"]',
        live: 'look at this later',
        severity: 'info',
        reason: 'An annotation does not reach the switches',
        rule: 'any.annotations',
        changedBy: { manager: 'lens', at: '2026-11-20T16:02:00.000Z' },
      },
    ],
  },
  {
    ...seen,
    id: id(6),
    kind: 'External',
    name: 'test-isp',
    type: 'drift',
    state: 'orphaned',
    rule: 'any.orphaned',
    severity: 'info',
    reason: 'In the cluster, not in git; nothing refers to it',
    changedBy: { manager: 'kubectl-create', at: '2026-11-19T09:00:00.000Z' },
    differences: [],
  },
];

export const acknowledgedFinding: Finding = {
  ...openFindings[4],
  id: id(7),
  name: 'vpc-4',
  status: 'acknowledged',
  decision: { by: 'user:default/ada', at: '2026-11-20T17:00:00.000Z' },
  etag: '"a7"',
};

export const suppressedFinding: Finding = {
  ...openFindings[2],
  id: id(8),
  name: 'vpc-5',
  status: 'suppressed',
  decision: {
    by: 'user:default/ada',
    at: '2026-11-20T17:00:00.000Z',
    reason: 'Waits for the new hall',
    until: '2026-12-20T17:00:00.000Z',
  },
  etag: '"a8"',
};

export const resolvedFinding: Finding = {
  ...openFindings[5],
  id: id(9),
  name: 'old-isp',
  status: 'resolved',
  resolvedAt: '2026-11-20T18:00:00.000Z',
};

export const findings: Finding[] = [
  ...openFindings,
  acknowledgedFinding,
  suppressedFinding,
  resolvedFinding,
];

/** The findings of lab-clos, and one of a fabric whose cluster does not answer. */
export const fabricFindings: FabricFinding[] = [
  ...findings.map(finding => ({
    ...finding,
    fabric: 'lab-clos',
    environment: 'lab',
    owner: 'group:default/network',
  })),
  {
    ...openFindings[0],
    id: '00000000-0000-4000-8000-000000000010',
    name: 'vpc-west',
    severity: 'warning',
    fabric: 'dc-west',
    environment: 'production',
    owner: 'group:default/datacentre',
    firstSeen: '2026-10-01T00:00:00.000Z',
    changedBy: {
      manager: 'cnoc',
      by: 'user:default/ada',
      deployment: '00000000-0000-4000-8000-0000000000d1',
      commit: '4f2a9c1d7be0553be61cbd6d2f0a7a0e5d1b9a11',
      at: '2026-10-01T00:00:00.000Z',
    },
  },
];

const none = { critical: 0, warning: 0, info: 0 };

export const findingTotals: FindingTotals = {
  bySeverity: { critical: 2, warning: 3, info: 2 },
  byStatus: { open: 7, acknowledged: 1, suppressed: 1 },
  byAge: [
    { upTo: 'hour', findings: { critical: 2, warning: 2, info: 2 } },
    { upTo: 'day', findings: none },
    { upTo: 'week', findings: none },
    { upTo: 'month', findings: none },
    { upTo: 'older', findings: { critical: 0, warning: 1, info: 0 } },
  ],
  byFabric: [
    { fabric: 'lab-mesh', environment: 'lab', state: 'inSync', findings: none },
    {
      fabric: 'dc-west',
      environment: 'production',
      owner: 'group:default/datacentre',
      state: 'drifted',
      staleSince: '2026-11-21T02:04:00.000Z',
      findings: { critical: 0, warning: 1, info: 0 },
    },
    {
      fabric: 'lab-clos',
      environment: 'lab',
      owner: 'group:default/network',
      state: 'drifted',
      findings: { critical: 2, warning: 2, info: 2 },
    },
  ],
};

export const ignoreRules: IgnoreRule[] = [
  {
    id: '00000000-0000-4000-8000-0000000000a1',
    path: 'metadata.annotations.*',
    reason: 'Other tools leave notes there',
    createdAt: '2026-11-01T10:00:00.000Z',
    createdBy: 'user:default/ada',
    hides: 12,
  },
  {
    id: '00000000-0000-4000-8000-0000000000a2',
    path: 'spec.subnets.*.vlan',
    kind: 'VPC',
    name: 'vpc-1',
    manager: 'address-plan',
    reason: 'The address plan is being moved',
    until: '2026-12-24T23:59:59.000Z',
    createdAt: '2026-11-20T10:00:00.000Z',
    createdBy: 'user:default/ada',
    hides: 1,
  },
];
