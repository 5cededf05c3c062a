import { findKind } from '../..';
import {
  bothSides,
  judged,
  SeverityCase,
} from '../../__testUtils__/severityCase';

type Spec = Record<string, unknown>;

const fabric = (link: Spec = {}): Spec => ({
  fabric: {
    links: [
      {
        spine: { port: 's/E1/1', ip: '10.0.0.0/31' },
        leaf: { port: 'l/E1/1', ip: '10.0.0.1/31', ...link },
      },
    ],
  },
});
const bundled = (rest: Spec): Spec => ({
  bundled: {
    links: [{ server: { port: 'h/a' }, switch: { port: 'l/E1/1' } }],
    ...rest,
  },
});
const eslag = (rest: Spec): Spec => ({
  eslag: {
    links: [{ server: { port: 'h/a' }, switch: { port: 'l/E1/1' } }],
    ...rest,
  },
});
const mclag = (rest: Spec): Spec => ({
  mclag: {
    links: [{ server: { port: 'h/a' }, switch: { port: 'l/E1/1' } }],
    ...rest,
  },
});
const unbundled = (rest: Spec): Spec => ({
  unbundled: {
    link: { server: { port: 'h/a' }, switch: { port: 'l/E1/1' } },
    ...rest,
  },
});
const pair = (type: string, a: string, b: string, ip?: string): Spec => ({
  [type]: { links: [{ [a]: { port: 'l/E1/1' }, [b]: { port: 'm/E1/1', ip } }] },
});

const cases: SeverityCase[] = [
  {
    rule: 'connection.address.fabric',
    severity: 'critical',
    desired: fabric(),
    live: fabric({ ip: '10.0.0.9/31' }),
    path: 'spec.fabric.links[0].leaf.ip',
    reason:
      /address of leaf on link 1 of Connection x is 10\.0\.0\.9\/31 in the cluster/,
  },
  {
    rule: 'connection.address.mesh',
    severity: 'critical',
    desired: pair('mesh', 'leaf1', 'leaf2', '10.0.0.1/31'),
    live: pair('mesh', 'leaf1', 'leaf2', '10.0.0.3/31'),
    path: 'spec.mesh.links[0].leaf2.ip',
  },
  {
    rule: 'connection.address.gateway',
    severity: 'critical',
    desired: pair('gateway', 'switch', 'gateway', '10.0.0.1/31'),
    live: pair('gateway', 'switch', 'gateway', '10.0.0.3/31'),
    path: 'spec.gateway.links[0].gateway.ip',
  },
  {
    rule: 'connection.cabling.fabric',
    severity: 'critical',
    desired: fabric(),
    live: fabric({ port: 'l/E1/2' }),
    path: 'spec.fabric.links[0].leaf.port',
    reason: /s and l may lose a link/,
  },
  {
    rule: 'connection.cabling.eslag',
    severity: 'critical',
    desired: eslag({}),
    live: eslag({
      links: [{ server: { port: 'h/a' }, switch: { port: 'l/E1/2' } }],
    }),
    path: 'spec.eslag.links[0].switch.port',
  },
  {
    rule: 'connection.mtu.unbundled',
    severity: 'warning',
    desired: unbundled({ mtu: 9000 }),
    live: unbundled({ mtu: 1500 }),
    path: 'spec.unbundled.mtu',
  },
  {
    rule: 'connection.mtu.bundled',
    severity: 'warning',
    desired: bundled({ mtu: 9000 }),
    live: bundled({}),
    path: 'spec.bundled.mtu',
  },
  {
    rule: 'connection.mtu.eslag',
    severity: 'warning',
    desired: eslag({ mtu: 9000 }),
    live: eslag({}),
    path: 'spec.eslag.mtu',
  },
  {
    rule: 'connection.mtu.mclag',
    severity: 'warning',
    desired: mclag({ mtu: 9000 }),
    live: mclag({}),
    path: 'spec.mclag.mtu',
  },
  {
    rule: 'connection.fallback.bundled',
    severity: 'warning',
    desired: bundled({ fallback: true }),
    live: bundled({}),
    path: 'spec.bundled.fallback',
  },
  {
    rule: 'connection.fallback.eslag',
    severity: 'warning',
    desired: eslag({ fallback: true }),
    live: eslag({}),
    path: 'spec.eslag.fallback',
  },
  {
    rule: 'connection.fallback.mclag',
    severity: 'warning',
    desired: mclag({ fallback: true }),
    live: mclag({}),
    path: 'spec.mclag.fallback',
  },
  {
    rule: 'connection.type.eslag',
    severity: 'critical',
    desired: eslag({}),
    live: bundled({}),
    path: 'spec.eslag',
    reason:
      /type bundled in the cluster and eslag in git; the type of a connection cannot be changed/,
  },
];

describe('severity of differences of a Connection', () => {
  it.each(cases)('$rule is $severity', given => {
    const { drift, difference } = judged('Connection', given);
    expect(difference).toMatchObject({
      path: given.path,
      severity: given.severity,
    });
    expect(difference?.reason).toMatch(given.reason ?? bothSides);
    expect(drift).toMatchObject({
      state: 'drifted',
      severity: drift.differences[0].severity,
    });
  });

  it('every rule about fields has a case', () => {
    const tested = new Set(cases.map(({ rule }) => rule));
    const rules = findKind('Connection')!.severityRules.filter(
      ({ on, path }) => on === 'field' && path?.startsWith('spec.'),
    );
    // One example stands for the types of a connection, whose rules follow one pattern.
    expect(
      rules
        .map(({ id }) => id)
        .filter(
          id => !tested.has(id) && !/^connection\.(type|cabling)\./.test(id),
        ),
    ).toEqual([]);
  });
});
