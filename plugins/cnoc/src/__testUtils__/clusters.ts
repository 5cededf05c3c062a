import type {
  ClusterDetail,
  ConnectionTest,
} from '@cnoc/backstage-plugin-cnoc-common';

/** Answers, registered here, with a stored token. */
export const labCluster: ClusterDetail = {
  name: 'lab-clos',
  title: 'Lab spine-leaf',
  server: 'https://control-1.example.com:6443',
  namespace: 'default',
  origin: 'api',
  access: 'credential',
  certificateAuthority: true,
  skipTLSVerify: false,
  lab: true,
  version: 'v1.34.1',
  health: { state: 'connected', since: '2026-11-20T21:00:00.000Z' },
  identity: {
    state: 'pinned',
    pinned: '4c1d6f0e-8a53-4f77-9e3a-0d7e2a11b6aa',
    since: '2026-11-20T21:00:00.000Z',
  },
  fabrics: ['lab-clos', 'lab-mesh'],
  updatedAt: '2026-11-20T21:00:00.000Z',
  etag: 'k1',
  roleYaml: 'kind: Role\nmetadata:\n  name: cnoc\n',
  schemas: [
    {
      kind: 'VPC',
      path: 'spec.subnets.*.mtu',
      message: 'The cluster has it, this version of CNOC does not know it',
    },
  ],
};

/** Another cluster answers behind its address. */
export const westCluster: ClusterDetail = {
  ...labCluster,
  name: 'west',
  title: 'West hall',
  server: 'https://control-1.west.example.com:6443',
  lab: false,
  credential: 'west-sa',
  health: { state: 'connected', since: '2026-11-21T02:04:00.000Z' },
  identity: {
    state: 'changed',
    pinned: '9b2e77c1-0000-4b5f-8f62-aa0c2c7d1e01',
    seen: '1f40aa3d-1111-4c6b-a2b3-77d2f3b05e02',
    since: '2026-11-21T02:04:00.000Z',
  },
  fabrics: ['dc-west'],
  etag: 'k2',
  schemas: [],
};

/** Stands in the portal's configuration; nobody asked it yet. */
export const spareCluster: ClusterDetail = {
  ...labCluster,
  name: 'spare',
  title: undefined,
  server: undefined,
  origin: 'config',
  access: 'inCluster',
  certificateAuthority: false,
  lab: false,
  version: undefined,
  health: { state: 'unknown' },
  identity: { state: 'unknown' },
  fabrics: [],
  etag: 'k3',
  schemas: [],
};

export const clusters = [labCluster, spareCluster, westCluster];

const right = (
  resource: string,
  verb: string,
  allowed: boolean | null,
  needed: 'read' | 'deploy' = 'read',
): ConnectionTest['rights'][number] => ({
  group: 'vpc.githedgehog.com',
  resource,
  verb,
  needed,
  allowed,
});

/** Everything but the right to patch VPCs. */
export const passedClusterTest: ConnectionTest = {
  ok: true,
  message: 'CNOC can read; it cannot deploy VPCs',
  version: 'v1.34.1',
  identity: '4c1d6f0e-8a53-4f77-9e3a-0d7e2a11b6aa',
  namespace: 'default',
  checks: [
    { check: 'address', result: 'ok', message: 'The address may be asked' },
    { check: 'reach', result: 'ok', message: 'It answers in 12 ms' },
    { check: 'sign-in', result: 'ok', message: 'Signed in' },
    { check: 'identity', result: 'ok', message: 'It is the one known' },
    { check: 'kinds', result: 'ok', message: '2 of 3 kinds are served' },
    {
      check: 'rights',
      result: 'warning',
      message: 'One right is missing',
      hint: 'Apply the role below',
    },
  ],
  kinds: [
    {
      kind: 'VPC',
      served: true,
      listable: true,
      schema: 'differs',
      differences: 1,
      versions: ['v1beta1'],
    },
    {
      kind: 'Switch',
      served: true,
      listable: true,
      schema: 'same',
      versions: ['v1beta1'],
    },
    { kind: 'GatewayPeering', served: false, listable: false },
  ],
  rights: [
    right('vpcs', 'list', true),
    right('vpcs', 'patch', false, 'deploy'),
    right('externals', 'list', null),
  ],
  roleYaml: labCluster.roleYaml,
};

export const failedClusterTest: ConnectionTest = {
  ok: false,
  message: 'The cluster refused the token',
  checks: [
    { check: 'address', result: 'ok', message: 'The address may be asked' },
    { check: 'reach', result: 'ok', message: 'It answers in 12 ms' },
    {
      check: 'sign-in',
      result: 'failed',
      message: 'The token is not accepted (401)',
      hint: 'It may have expired: make a new one',
    },
    { check: 'identity', result: 'skipped', message: 'Not tried' },
  ],
  kinds: [],
  rights: [],
  roleYaml: labCluster.roleYaml,
};
