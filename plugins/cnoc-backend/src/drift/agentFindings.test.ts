import type { Link } from '@cnoc/backstage-plugin-cnoc-common';
import type { SwitchHealth } from '../live';
import { agentFindings } from './agentFindings';

const health = (more: Partial<SwitchHealth>): SwitchHealth => ({
  name: 'leaf-1',
  state: 'unhealthy',
  ...more,
});
const link = (a: string, b: string, state: Link['state']): Link => ({
  connection: `${a}--${b}`,
  state,
  ends: [
    { device: a, port: 'p1', state: 'unknown' },
    { device: b, port: 'p2', state: 'unknown' },
  ],
});
const told = (one: SwitchHealth, links?: Link[]) =>
  agentFindings(one, links).map(({ rule, severity }) => `${rule} ${severity}`);

describe('agentFindings', () => {
  it.each<[string, Partial<SwitchHealth>, string[]]>([
    ['is well', { state: 'ready' }, []],
    ['is not known', { state: 'unknown' }, []],
    ['is silent', { state: 'silent' }, ['agent.silent warning']],
    ['lags', { state: 'lagging' }, ['agent.lagging info']],
    [
      'is unhealthy and lags besides',
      { appliedGeneration: 1, generation: 2, rebootNeeded: 'New NOS' },
      ['agent.lagging info', 'agent.rebootNeeded info'],
    ],
    [
      'needs a reboot',
      { appliedGeneration: 2, generation: 2, rebootNeeded: 'New NOS' },
      ['agent.rebootNeeded info'],
    ],
    [
      'has sessions down, and others',
      {
        appliedGeneration: 1,
        generation: 1,
        bgp: { established: 1, down: 2 },
      },
      ['agent.bgpDown warning'],
    ],
    [
      'has no session left',
      {
        appliedGeneration: 1,
        generation: 1,
        bgp: { established: 0, down: 2 },
      },
      ['agent.bgpDown critical'],
    ],
    [
      'says only that something is wrong',
      { appliedGeneration: 1, generation: 1, problems: ['Fan 2 failed.'] },
      ['agent.unhealthy warning'],
    ],
  ])('a switch that %s', (_, more, expected) => {
    expect(told(health(more))).toEqual(expected);
  });

  const down = health({
    appliedGeneration: 1,
    generation: 1,
    interfaces: { up: 1, down: 1, unknown: 0 },
  });

  it.each<[string, Link[] | undefined, string]>([
    ['nobody knows where', undefined, 'warning'],
    [
      'the only one of a server',
      [link('leaf-1', 'server', 'down')],
      'critical',
    ],
    [
      'one of two switches of a server',
      [link('leaf-1', 'server', 'down'), link('leaf-2', 'server', 'up')],
      'warning',
    ],
    [
      'both switches of a server',
      [link('leaf-1', 'server', 'down'), link('leaf-2', 'server', 'down')],
      'critical',
    ],
    [
      'one of a server whose other is not known',
      [link('leaf-1', 'server', 'down'), link('leaf-2', 'server', 'unknown')],
      'warning',
    ],
    [
      'one of a bundle',
      [link('leaf-1', 'server', 'down'), link('leaf-1', 'server', 'up')],
      'info',
    ],
    [
      'one of three spines',
      [
        link('leaf-1', 'spine-1', 'down'),
        link('leaf-1', 'spine-2', 'up'),
        link('leaf-2', 'spine-1', 'up'),
        link('leaf-3', 'spine-1', 'up'),
      ],
      'info',
    ],
  ])(
    'a link down, %s: severity from what it takes away',
    (_, links, severity) => {
      expect(told(down, links)).toEqual([`agent.linkDown ${severity}`]);
    },
  );

  it('names the ports that are down', () => {
    const cut = (port: string): Link => ({
      connection: `c-${port}`,
      state: 'down',
      ends: [
        { device: 'leaf-1', port, state: 'down' },
        { device: 'server-1', port: 'eth0', state: 'unknown' },
      ],
    });
    const findings = agentFindings(
      health({ interfaces: { up: 0, down: 4, unknown: 0 } }),
      ['E1/1', 'E1/2', 'E1/3', 'E1/4'].map(cut),
    );
    const cutOff = findings.find(one => one.rule === 'agent.linkDown');
    expect(cutOff?.reason).toContain('down (E1/1, E1/2, E1/3 and 1 more);');
  });
});
