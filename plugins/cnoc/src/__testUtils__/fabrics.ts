import type { Fabric, Overview } from '@cnoc/backstage-plugin-cnoc-common';
import { deploymentSucceeded } from './deployments';

const repository = {
  name: 'lab',
  url: 'https://git.example.com/network/fabrics.git',
  branch: 'main',
};

/** Drifted, with findings of every severity. */
export const labClos: Fabric = {
  name: 'lab-clos',
  title: 'Lab spine-leaf',
  description: 'Two spines, four leaves, three VPCs',
  environment: 'lab',
  owner: 'group:default/network',
  repository: { ...repository, path: 'fabrics/lab-clos' },
  cluster: { name: 'lab-clos', namespace: 'default' },
  status: {
    connection: { state: 'connected', since: '2026-11-20T21:00:00.000Z' },
    sync: {
      state: 'synced',
      commit: '4f2a9c1d7be0553be61cbd6d2f0a7a0e5d1b9a11',
      at: '2026-11-21T01:40:00.000Z',
    },
    drift: {
      state: 'drifted',
      findings: { critical: 2, warning: 2, info: 2 },
      checkedAt: '2026-11-21T02:09:40.000Z',
    },
    health: {
      state: 'degraded',
      switches: { ready: 4, lagging: 1, silent: 1 },
    },
  },
  resources: {
    total: 48,
    synced: 42,
    drifted: 4,
    committed: 1,
    pending: 0,
    orphaned: 1,
    unknown: 0,
  },
  layers: {
    git: { resources: 47, invalid: 0 },
    cluster: { resources: 47, differing: 6 },
    switches: [
      {
        name: 'spine-1',
        role: 'spine',
        state: 'ready',
        appliedGeneration: 14,
        generation: 14,
        heartbeatAt: '2026-11-21T02:09:50.000Z',
      },
      {
        name: 'spine-2',
        role: 'spine',
        state: 'ready',
        appliedGeneration: 9,
        generation: 9,
        heartbeatAt: '2026-11-21T02:09:48.000Z',
      },
      {
        name: 'leaf-1',
        role: 'server-leaf',
        state: 'lagging',
        appliedGeneration: 20,
        generation: 22,
        heartbeatAt: '2026-11-21T02:09:49.000Z',
      },
      {
        name: 'leaf-2',
        role: 'server-leaf',
        state: 'ready',
        appliedGeneration: 21,
        generation: 21,
        heartbeatAt: '2026-11-21T02:09:44.000Z',
      },
      {
        name: 'leaf-3',
        role: 'server-leaf',
        state: 'silent',
        appliedGeneration: 17,
        generation: 18,
        heartbeatAt: '2026-11-21T01:31:00.000Z',
      },
      {
        name: 'leaf-4',
        role: 'border-leaf',
        state: 'ready',
        appliedGeneration: 12,
        generation: 12,
        heartbeatAt: '2026-11-21T02:09:51.000Z',
      },
    ],
  },
  lastCommit: {
    sha: '4f2a9c1d7be0553be61cbd6d2f0a7a0e5d1b9a11',
    message: 'Move vpc-2 to VLAN 1012',
    author: 'Network automation',
    at: '2026-11-21T01:38:00.000Z',
    url: 'https://git.example.com/network/fabrics/commit/4f2a9c1',
  },
  lastDeployment: deploymentSucceeded,
  revision: 31,
};

/** Everything equal. */
export const labMesh: Fabric = {
  name: 'lab-mesh',
  title: 'Lab mesh',
  environment: 'lab',
  owner: 'group:default/network',
  repository: { ...repository, path: 'fabrics/lab-mesh' },
  cluster: { name: 'lab-mesh', namespace: 'default' },
  status: {
    connection: { state: 'connected', since: '2026-11-20T21:00:00.000Z' },
    sync: {
      state: 'synced',
      commit: '4f2a9c1d7be0553be61cbd6d2f0a7a0e5d1b9a11',
      at: '2026-11-21T01:40:00.000Z',
    },
    drift: {
      state: 'inSync',
      findings: { critical: 0, warning: 0, info: 0 },
      checkedAt: '2026-11-21T02:09:41.000Z',
    },
    health: {
      state: 'healthy',
      switches: { ready: 3, lagging: 0, silent: 0 },
    },
  },
  resources: {
    total: 24,
    synced: 24,
    drifted: 0,
    committed: 0,
    pending: 0,
    orphaned: 0,
    unknown: 0,
  },
  layers: {
    git: { resources: 24, invalid: 0 },
    cluster: { resources: 24, differing: 0 },
    switches: ['leaf-1', 'leaf-2', 'leaf-3'].map(name => ({
      name,
      role: 'server-leaf',
      state: 'ready' as const,
      appliedGeneration: 6,
      generation: 6,
      heartbeatAt: '2026-11-21T02:09:50.000Z',
    })),
  },
  lastCommit: labClos.lastCommit,
  revision: 12,
};

/** Its cluster does not answer. */
export const staleFabric: Fabric = {
  ...labMesh,
  name: 'dc-west',
  title: 'West hall',
  environment: 'production',
  owner: 'group:default/datacentre',
  repository: { ...repository, path: 'fabrics/dc-west' },
  cluster: { name: 'dc-west', namespace: 'fabric' },
  status: {
    ...labMesh.status,
    connection: {
      state: 'disconnected',
      since: '2026-11-21T02:04:00.000Z',
      staleSince: '2026-11-21T02:04:00.000Z',
      message: 'The cluster does not answer: connection refused',
    },
    sync: {
      state: 'failed',
      commit: '4f2a9c1d7be0553be61cbd6d2f0a7a0e5d1b9a11',
      at: '2026-11-21T01:55:00.000Z',
      message: '2 documents could not be read',
      diagnostics: [
        {
          rule: 'yaml.duplicateKey',
          severity: 'critical',
          message: 'The key "vlan" stands twice',
          file: 'fabrics/dc-west/vpcs.yaml',
          line: 31,
          hint: 'Remove one of them',
        },
        {
          rule: 'reference.missing',
          severity: 'warning',
          message: 'Connection "spine-9--leaf-1" does not exist',
          kind: 'VPCAttachment',
          name: 'vpc-1--server-1',
          path: 'spec.connection',
          file: 'fabrics/dc-west/attachments.yaml',
          line: 4,
        },
      ],
    },
    health: {
      state: 'unknown',
      switches: { ready: 3, lagging: 0, silent: 0 },
    },
  },
};

export const overview: Overview = {
  fabrics: { total: 3, inSync: 2, drifted: 1, unknown: 0 },
  findings: { critical: 2, warning: 2, info: 2 },
  failingSyncs: 1,
  disconnected: 1,
  deploymentsRunning: 0,
};
