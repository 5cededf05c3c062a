import type {
  Link,
  SwitchDetail,
  SwitchHealth,
} from '@cnoc/backstage-plugin-cnoc-common';

const ready: SwitchHealth = {
  name: 'leaf-2',
  role: 'server-leaf',
  state: 'ready',
  since: '2026-11-20T21:00:00.000Z',
  appliedGeneration: 21,
  generation: 21,
  heartbeatAt: '2026-11-21T02:09:44.000Z',
  interfaces: { up: 12, down: 0, unknown: 1 },
  bgp: { established: 4, down: 0 },
  software: '4.4.2',
};

/** Its agent reports, and an interface and a session are down. */
export const leaf3: SwitchDetail = {
  ...ready,
  name: 'leaf-3',
  state: 'unhealthy',
  since: '2026-11-21T01:31:00.000Z',
  rebootNeeded: 'a new breakout needs it',
  problems: ['E1/3 of spine-1--leaf-3 is down', 'a new breakout needs it'],
  interfaces: { up: 12, down: 1, unknown: 0 },
  bgp: { established: 3, down: 1 },
  ports: [
    {
      name: 'E1/1',
      state: 'up',
      speed: '100G',
      connection: 'server-1--leaf-3',
    },
    {
      name: 'E1/3',
      state: 'down',
      connection: 'spine-1--leaf-3',
      since: '2026-11-21T01:31:00.000Z',
    },
  ],
  neighbors: [
    {
      vrf: 'default',
      address: '172.30.128.3',
      state: 'established',
      device: 'spine-2',
    },
    {
      vrf: 'default',
      address: '172.30.128.1',
      state: 'idle',
      device: 'spine-1',
    },
  ],
};

const { ports: _ports, neighbors: _neighbors, ...leaf3Health } = leaf3;

export const labSwitches: SwitchHealth[] = [
  ready,
  {
    ...ready,
    name: 'leaf-1',
    state: 'lagging',
    appliedGeneration: 20,
    generation: 22,
  },
  leaf3Health,
];

export const labLinks: Link[] = [
  {
    connection: 'spine-1--leaf-3',
    type: 'fabric',
    state: 'down',
    since: '2026-11-21T01:31:00.000Z',
    ends: [
      { device: 'spine-1', deviceKind: 'Switch', port: 'E1/3', state: 'down' },
      { device: 'leaf-3', deviceKind: 'Switch', port: 'E1/3', state: 'down' },
    ],
    effect: 'leaf-3 has one path less to the spines',
  },
  {
    connection: 'server-1--leaf-3',
    type: 'unbundled',
    state: 'up',
    ends: [
      {
        device: 'server-1',
        deviceKind: 'Server',
        port: 'enp2s1',
        state: 'unknown',
      },
      {
        device: 'leaf-3',
        deviceKind: 'Switch',
        port: 'E1/1',
        state: 'up',
        speed: '100G',
      },
    ],
  },
];
