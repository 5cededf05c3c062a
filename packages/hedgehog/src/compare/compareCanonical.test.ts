import {
  canonicalize,
  compareCanonical,
  isUnhydrated,
  kinds,
  KubernetesObject,
} from '..';
import { isEqual } from './isEqual';
import { build, smallFabric } from '../__testUtils__/build';

const compare = (
  desired: KubernetesObject | undefined,
  live: KubernetesObject | undefined,
) =>
  compareCanonical(
    desired && canonicalize(desired),
    live && canonicalize(live),
  );

describe('compareCanonical: metadata differs', () => {
  it.each([
    [
      'metadata.label',
      'info',
      'VPC',
      { labels: { 'a.b/c': 'x' } },
      'metadata.labels["a.b/c"]',
    ],
    [
      'metadata.annotation',
      'info',
      'VPC',
      { annotations: { note: 'x' } },
      'metadata.annotations.note',
    ],
    [
      'vpcAttachment.p2pLink',
      'critical',
      'VPCAttachment',
      { annotations: { 'fabric.githedgehog.com/p2p-link': '10.0.0.0/31' } },
      'metadata.annotations["fabric.githedgehog.com/p2p-link"]',
    ],
    [
      'switch.routeSummary',
      'warning',
      'Switch',
      { annotations: { 'fabric.githedgehog.com/route-summ': 'x' } },
      'metadata.annotations["fabric.githedgehog.com/route-summ"]',
    ],
  ])('%s is %s', (rule, severity, kind, metadata, path) => {
    expect(
      compare(build(kind, 'x', {}, metadata), build(kind, 'x', {})),
    ).toMatchObject({
      state: 'drifted',
      severity,
      rule,
      differences: [{ path, severity, rule }],
    });
    expect(
      compare(build(kind, 'x', {}), build(kind, 'x', {}, metadata)),
    ).toMatchObject({
      rule,
      differences: [{ path, live: expect.any(String) }],
    });
  });
});

describe('compareCanonical: an object is on one side only', () => {
  it.each(kinds.map(({ kind }) => kind))('%s', kind => {
    const object = smallFabric().find(candidate => candidate.kind === kind);
    const missing = compare(object, undefined);
    const orphan = compare(undefined, object);
    expect(missing).toMatchObject({ state: 'committed', differences: [] });
    expect(orphan).toMatchObject({ state: 'orphaned', differences: [] });
    for (const { reason } of [missing, orphan]) {
      expect(reason).toContain(`${kind} ${object?.metadata.name}`);
      expect(reason).not.toMatch(/\?|undefined/);
    }
    expect(orphan.severity).not.toBe('critical');
  });

  it('says what servers lose', () => {
    const attachment = smallFabric().find(
      ({ kind }) => kind === 'VPCAttachment',
    );
    expect(compare(attachment, undefined)).toMatchObject({
      severity: 'critical',
      rule: 'vpcAttachment.missing',
      reason:
        'VPCAttachment s1--vpc-1 is not in the cluster: servers on server-01--eslag--leaf-01--leaf-02 lose VPC vpc-1 (subnet vpc-1/default).',
    });
  });

  it('judges kinds that it does not know by the general rules', () => {
    const object = { apiVersion: 'v1', kind: 'Other', metadata: { name: 'a' } };
    expect(compare(object, undefined)).toMatchObject({
      state: 'committed',
      rule: 'object.missing',
      severity: 'warning',
    });
    expect(compare(undefined, object)).toMatchObject({
      state: 'orphaned',
      rule: 'object.orphan',
    });
    expect(compareCanonical(undefined, undefined)).toEqual({
      state: 'synced',
      differences: [],
    });
  });
});

describe('compareCanonical: several differences', () => {
  it('puts the gravest first and takes its reason', () => {
    const drift = compare(
      build('Switch', 'x', { description: 'a', roce: true, asn: 1 }),
      build('Switch', 'x', { description: 'b', asn: 2 }),
    );
    expect(drift.differences.map(({ severity }) => severity)).toEqual([
      'critical',
      'warning',
      'info',
    ]);
    expect(drift).toMatchObject({
      severity: 'critical',
      rule: 'switch.asn',
      reason: drift.differences[0].reason,
    });
  });

  it('C13: compares ordered lists place by place', () => {
    const route = (prefix: string) => ({ prefix, nextHops: ['10.0.1.9'] });
    const routes = (...prefixes: string[]) =>
      build('VPC', 'x', { staticRoutes: prefixes.map(route) });
    const drift = compare(
      routes('10.1.0.0/16', '10.2.0.0/16'),
      routes('10.2.0.0/16', '10.1.0.0/16', '10.3.0.0/16'),
    );
    expect(drift.differences.map(({ path }) => path)).toEqual([
      'spec.staticRoutes[0].prefix',
      'spec.staticRoutes[1].prefix',
      'spec.staticRoutes[2]',
    ]);
  });

  it('keeps long values out of the sentence', () => {
    const drift = compare(
      build('Server', 'x', { description: 'a'.repeat(5000) }),
      build('Server', 'x', {}),
    );
    expect(drift.reason!.length).toBeLessThan(200);
    expect(drift.differences[0].desired).toHaveLength(5000);
  });
});

describe('hydration', () => {
  const wiring = smallFabric().filter(({ kind }) =>
    ['Switch', 'Connection', 'Gateway'].includes(kind),
  );
  const strip = (object: KubernetesObject): KubernetesObject =>
    JSON.parse(
      JSON.stringify(object, (key, value) =>
        [
          'asn',
          'ip',
          'protocolIP',
          'vtepIP',
          'vtepMAC',
          'neighbors',
          'ips',
        ].includes(key)
          ? undefined
          : value,
      ),
    );

  const hydrated = wiring.filter(
    object => !isEqual(strip(object), object) && !object.spec?.staticExternal,
  );

  it.each(hydrated.map(object => [object.metadata.name, object] as const))(
    '%s: what git leaves to the installer is no drift, and is told',
    (name, object) => {
      const drift = compare(strip(object), object);
      expect(drift).toMatchObject({ state: 'synced', differences: [] });
      expect(drift.notes).toEqual([expect.stringContaining(name)]);
      expect(isUnhydrated(strip(object))).toBe(true);
      expect(isUnhydrated(object)).toBe(false);
    },
  );

  it('hydrated wiring of every sort is in the example', () => {
    expect(hydrated.map(({ metadata }) => metadata.name)).toEqual([
      'spine-01',
      'leaf-01',
      'leaf-02',
      'gateway-1',
      'spine-01--fabric--leaf-01',
      'spine-01--gateway--gateway-1',
    ]);
  });

  it('a hydrated field that git does set is compared', () => {
    expect(
      compare(
        build('Switch', 'x', { asn: 1 }),
        build('Switch', 'x', { asn: 2, ip: '172.30.0.8/21' }),
      ),
    ).toMatchObject({
      state: 'drifted',
      differences: [{ path: 'spec.asn' }],
      notes: [expect.stringContaining('spec.ip')],
    });
  });

  it('a hydrated field that only git has is drift', () => {
    expect(
      compare(build('Switch', 'x', { asn: 1 }), build('Switch', 'x', {})).state,
    ).toBe('drifted');
  });

  it('other kinds are never un-hydrated', () => {
    expect(isUnhydrated(build('VPC', 'x', {}))).toBe(false);
    expect(
      isUnhydrated({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } }),
    ).toBe(false);
  });
});
