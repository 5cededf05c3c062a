import type { KubernetesObject } from '@cnoc/hedgehog';
import type { Link } from '@cnoc/backstage-plugin-cnoc-common';
import type { SwitchHealth } from '../switchHealth';
import { agentDetailOf } from './AgentDetail';
import { linksOf } from './linksOf';
import { switchDetailOf } from './switchDetailOf';
import { Wiring } from './Wiring';

const now = Date.UTC(2026, 2, 1, 12);
const change = '2026-03-01T10:00:00.000Z';

const object = (kind: string, name: string, spec: object) => ({
  kind,
  name,
  canonical: { spec } as unknown as KubernetesObject,
});
const fabricLink = (spine: string, leaf: string, left: string, right: string) =>
  object('Connection', `${spine}--fabric--${leaf}`, {
    fabric: {
      links: [
        {
          spine: { port: `${spine}/${left}`, ip: '172.30.128.0/31' },
          leaf: { port: `${leaf}/${right}`, ip: '172.30.128.1/31' },
        },
      ],
    },
  });
const serverLinks = (type: string, ports: [string, string][]) =>
  object('Connection', `server-1--${type}`, {
    [type]: {
      links: ports.map(([server, port]) => ({
        server: { port: `server-1/${server}` },
        switch: { port },
      })),
    },
  });

const wiring = Wiring.of([
  fabricLink('spine-1', 'leaf-1', 'E1/1', 'E1/49'),
  fabricLink('spine-2', 'leaf-1', 'E1/1', 'E1/50'),
  serverLinks('eslag', [
    ['enp2s1', 'leaf-1/E1/1'],
    ['enp2s2', 'leaf-2/E1/1'],
  ]),
  object('Connection', 'leaf-2--external', {
    external: { link: { switch: { port: 'leaf-2/E1/8' } } },
  }),
  object('ExternalAttachment', 'leaf-2--internet', {
    external: 'internet',
    connection: 'leaf-2--external',
    neighbor: { ip: '100.1.1.1', asn: 65000 },
  }),
  object('Switch', 'leaf-1', { protocolIP: '172.30.8.3/32' }),
]);

/** A fabric in which all is up but what is named, for example `leaf-1/E1/1: down`. */
function fabric(
  ports: Record<string, string> = {},
  states: Record<string, SwitchHealth['state']> = {},
) {
  const used: Record<string, string[]> = {
    'spine-1': ['E1/1'],
    'spine-2': ['E1/1'],
    'leaf-1': ['E1/1', 'E1/49', 'E1/50', 'M1'],
    'leaf-2': ['E1/1', 'E1/8'],
  };
  const details = new Map(
    Object.entries(used).map(([name, names]) => [
      name,
      agentDetailOf(
        {
          state: {
            interfaces: Object.fromEntries(
              names.map(port => [
                port,
                {
                  admin: 'up',
                  oper: ports[`${name}/${port}`] ?? 'up',
                  speed: '25G',
                  change,
                },
              ]),
            ),
            bgpNeighbors: {
              default: {
                '172.30.8.3': { enabled: true, state: 'Established' },
              },
              VrfE: { '100.1.1.1': { enabled: true, state: 'active' } },
            },
          },
        },
        undefined,
        now,
      ),
    ]),
  );
  const switches = Object.keys(used).map(name => ({
    name,
    state: states[name] ?? ('ready' as const),
  }));
  return { switches, details };
}

const links = (...given: Parameters<typeof fabric>) =>
  linksOf(wiring, fabric(...given));
const summary = (all: readonly Link[]) =>
  all.map(({ connection, state }) => `${connection} ${state}`);

describe('linksOf', () => {
  it('gives both ends; a server’s is as its switch sees it, an uplink has one', () => {
    expect(links()[0]).toEqual({
      connection: 'leaf-2--external',
      type: 'external',
      state: 'up',
      since: change,
      ends: [
        {
          device: 'leaf-2',
          deviceKind: 'Switch',
          port: 'E1/8',
          state: 'up',
          speed: '25G',
          since: change,
        },
      ],
    });
    expect(links().find(({ type }) => type === 'eslag')!.ends[0]).toMatchObject(
      { device: 'server-1', deviceKind: 'Server', state: 'up' },
    );
    expect(new Set(links().map(({ state }) => state))).toEqual(new Set(['up']));
  });

  it('down when one end says so, and first in the list', () => {
    const [first, ...others] = links({ 'spine-1/E1/1': 'down' });
    expect(first).toMatchObject({
      connection: 'spine-1--fabric--leaf-1',
      state: 'down',
      since: change,
      effect: 'spine-1 is cut off. leaf-1 is single-homed, on spine-2.',
    });
    expect(summary(others)).not.toContain('down');
  });

  it('a bundle that has lost a link is degraded, and says what that means', () => {
    const all = links({ 'leaf-2/E1/1': 'down' });
    expect(summary(all).slice(0, 2)).toEqual([
      'server-1--eslag down',
      'server-1--eslag degraded',
    ]);
    expect(all[0].effect).toBe('server-1 is single-homed, on leaf-1.');
    expect(
      links({ 'leaf-1/E1/1': 'down', 'leaf-2/E1/1': 'down' })[0].effect,
    ).toBe('server-1 is cut off.');
  });

  it('what a silent or unknown switch said is old: the other end tells, or nobody', () => {
    const all = links(
      { 'leaf-1/E1/1': 'down', 'leaf-1/E1/49': 'down' },
      { 'leaf-1': 'silent' },
    );
    const state = (connection: string) =>
      all.filter(link => link.connection === connection).map(l => l.state);
    expect(state('spine-1--fabric--leaf-1')).toEqual(['up']);
    expect(state('server-1--eslag')).toEqual(['unknown', 'up']);
  });

  it('a port that the switch does not report is unknown, not down', () => {
    const { details, switches } = fabric();
    details.delete('leaf-2');
    const all = linksOf(wiring, { details, switches });
    expect(
      all.find(({ connection }) => connection === 'leaf-2--external'),
    ).toMatchObject({ state: 'unknown' });
  });
});

describe('switchDetailOf', () => {
  it('shows ports with their connections, and neighbours with their names', () => {
    const { details } = fabric({ 'leaf-2/E1/8': 'down' });
    const detail = switchDetailOf(
      { name: 'leaf-2', state: 'unhealthy' },
      details.get('leaf-2'),
      wiring,
    );
    expect(detail.ports).toEqual([
      {
        name: 'E1/1',
        state: 'up',
        speed: '25G',
        connection: 'server-1--eslag',
        since: change,
      },
      {
        name: 'E1/8',
        state: 'down',
        speed: '25G',
        connection: 'leaf-2--external',
        since: change,
      },
    ]);
    expect(detail.neighbors).toEqual([
      {
        vrf: 'VrfE',
        address: '100.1.1.1',
        state: 'active',
        device: 'internet',
      },
      {
        vrf: 'default',
        address: '172.30.8.3',
        state: 'established',
        device: 'leaf-1',
      },
    ]);
  });

  it('of a silent switch shows no state as current', () => {
    const { details } = fabric();
    const detail = switchDetailOf(
      { name: 'leaf-1', state: 'silent' },
      details.get('leaf-1'),
      wiring,
    );
    expect(new Set(detail.ports.map(({ state }) => state))).toEqual(
      new Set(['unknown']),
    );
    expect(detail.neighbors[0].state).toBe('unknown');
  });

  it('shows ports that connections use and the switch does not report', () => {
    const detail = switchDetailOf(
      { name: 'leaf-1', state: 'ready' },
      undefined,
      wiring,
    );
    expect(detail.ports.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'E1/1 unknown',
      'E1/49 unknown',
      'E1/50 unknown',
    ]);
  });
});
