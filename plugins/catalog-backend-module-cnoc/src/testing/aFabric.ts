import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';

type Overrides = Partial<Omit<Fabric, 'status'>> & {
  connection?: Partial<Fabric['status']['connection']>;
  sync?: Partial<Fabric['status']['sync']>;
};

/** A healthy fabric `lab` of group:default/network, with the given differences. */
export function aFabric({
  connection,
  sync,
  ...overrides
}: Overrides = {}): Fabric {
  return {
    name: 'lab',
    title: 'The lab',
    description: 'Two spines, four leaves',
    environment: 'lab',
    owner: 'group:default/network',
    repository: {
      name: 'lab',
      url: 'https://git.example/fabrics.git',
      branch: 'main',
      path: 'fabrics/lab',
    },
    cluster: { name: 'lab', namespace: 'default' },
    resources: {
      total: 0,
      synced: 0,
      drifted: 0,
      committed: 0,
      pending: 0,
      orphaned: 0,
      unknown: 0,
    },
    layers: {
      git: { resources: 0, invalid: 0 },
      cluster: { resources: 0, differing: 0 },
      switches: [],
    },
    revision: 1,
    ...overrides,
    status: {
      connection: { state: 'connected', ...connection },
      sync: { state: 'synced', ...sync },
      drift: {
        state: 'inSync',
        findings: { critical: 0, warning: 0, info: 0 },
      },
      health: {
        state: 'healthy',
        switches: { ready: 0, lagging: 0, silent: 0 },
      },
    },
  };
}
