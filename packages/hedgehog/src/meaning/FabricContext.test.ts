import { build, smallFabric } from '../__testUtils__/build';
import { Seeded } from '../__testUtils__/Seeded';
import { mutated } from '../__testUtils__/mutate';
import { randomFabric } from '../__testUtils__/randomFabric';
import { canonicalize } from '../canonical/canonicalize';
import { compareCanonical } from '../compare/compareCanonical';
import { JsonMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { driftsOf } from './driftsOf';
import { FabricContext } from './FabricContext';
import { impactOf } from './impactOf';
import { impactRules } from './impactRules';

const fabric = [
  ...smallFabric(),
  build('Connection', 'spine-01--fabric--leaf-02', {
    fabric: {
      links: [
        {
          spine: { port: 'spine-01/E1/2', ip: '172.30.128.2/31' },
          leaf: { port: 'leaf-02/E1/5', ip: '172.30.128.3/31' },
        },
      ],
    },
  }),
].map(canonicalize);
const without = (...names: string[]) =>
  fabric.filter(({ metadata }) => !names.includes(metadata.name));
/** The fabric with parts of one object's spec set. */
const changed = (kind: string, name: string, spec: JsonMap) =>
  fabric.map(object =>
    object.kind === kind && object.metadata.name === name
      ? canonicalize({ ...object, spec: { ...object.spec, ...spec } })
      : object,
  );
const eslag = 'server-01--eslag--leaf-01--leaf-02';
const oneLink = (leaf: string) => ({
  eslag: {
    links: [
      {
        server: { port: 'server-01/enp2s1' },
        switch: { port: `${leaf}/E1/1` },
      },
    ],
  },
});

describe('driftsOf', () => {
  it('says nothing of a fabric that is in sync', () => {
    expect(driftsOf(fabric, [...fabric].reverse())).toEqual(new Map());
  });

  it.each<[string, KubernetesObject[], string, string, RegExp]>([
    [
      'an attachment is missing: its server loses the VPC',
      without('s1--vpc-1'),
      'VPCAttachment/s1--vpc-1',
      'critical',
      /^Server server-01 loses VPC vpc-1 \(subnet default\)\.$/,
    ],
    [
      'a connection is missing: its server loses the VPC',
      without(eslag),
      `Connection/${eslag}`,
      'critical',
      /^Server server-01 loses VPC vpc-1/,
    ],
    [
      'a link is missing: its server is single-homed',
      changed('Connection', eslag, oneLink('leaf-01')),
      `Connection/${eslag}`,
      'critical',
      /^Server server-01 in vpc-1\/default loses its redundancy: 2 switches before, 1 switch after, and 1 more like it\.$/,
    ],
    [
      'the only uplink of a leaf is missing: the leaf is cut off',
      without('spine-01--fabric--leaf-02'),
      'Connection/spine-01--fabric--leaf-02',
      'critical',
      /^Switch leaf-02 is cut off: 1 link to 1 switch before, 0 links to 0 switches after/,
    ],
    [
      'an external peering is missing: servers lose the outside',
      without('vpc-1--ext-1'),
      'ExternalPeering/vpc-1--ext-1',
      'critical',
      /^Server server-01 \(vpc-1\/default\) loses 0\.0\.0\.0\/0 of ext-1 by external peering\.$/,
    ],
    [
      'a switch no longer carries the VLAN namespace: its servers lose the VPC',
      changed('Switch', 'leaf-01', { vlanNamespaces: ['other'] }),
      'Switch/leaf-01',
      'critical',
      /^Server server-02 loses VPC vpc-2/,
    ],
  ])('%s', (_, live, key, severity, reason) => {
    const drift = driftsOf(fabric, live).get(key);
    expect(drift).toMatchObject({ severity });
    expect(drift?.reason).toMatch(reason);
    expect(drift?.effects?.[0].sentence).toMatch(/^\w+ .*\.$/);
    expect(drift?.rule).toMatch(/^impact\./);
  });

  it('an effect is a sentence and its data', () => {
    const drift = driftsOf(fabric, without('s1--vpc-1')).get(
      'VPCAttachment/s1--vpc-1',
    );
    expect(drift?.effects?.slice(0, 2)).toEqual([
      {
        type: 'membership',
        change: 'lost',
        server: 'server-01',
        subnet: 'vpc-1/default',
        severity: 'critical',
        sentence: 'Server server-01 loses VPC vpc-1 (subnet default).',
      },
      expect.objectContaining({ type: 'outside', change: 'lost' }),
    ]);
  });

  it('that a filter lets nobody open connections any more is a loss that the drift names', () => {
    const peering = fabric.find(({ kind }) => kind === 'GatewayPeering')!;
    const closed = changed('GatewayPeering', peering.metadata.name, {
      acl: {
        default: 'deny',
        rules: [{ from: 'ext.ext-1', action: 'allow' }],
      },
    });
    const drift = driftsOf(fabric, closed).get(
      `GatewayPeering/${peering.metadata.name}`,
    );
    expect(drift).toMatchObject({
      severity: 'critical',
      rule: 'impact.outside.lost',
      reason:
        'Server server-01 (vpc-1/default) can no longer open connections to 0.0.0.0/0 of ext-1 by gateway peering.',
      effects: [
        {
          type: 'outside',
          opener: 'from',
          change: 'lost',
          server: 'server-01',
        },
        { type: 'network', opener: 'from' },
      ],
    });
  });

  it('what the cluster has too much is a warning in drift, and a loss when deployed', () => {
    const desired = without('s1--vpc-1');
    const managedKinds = new Set(desired.map(({ kind }) => kind));
    const key = 'VPCAttachment/s1--vpc-1';
    expect(driftsOf(desired, fabric, { managedKinds }).get(key)).toMatchObject({
      state: 'orphaned',
      severity: 'warning',
      reason:
        'Server server-01 gains VPC vpc-1 (subnet default), although git does not say so.',
    });
    expect(
      driftsOf(desired, fabric, { managedKinds, direction: 'deploy' }).get(key),
    ).toMatchObject({
      severity: 'critical',
      reason: 'Server server-01 loses VPC vpc-1 (subnet default).',
    });
  });

  it('what a deployment brings is as git wants it', () => {
    const drifts = driftsOf(fabric, without('s1--vpc-1'), {
      direction: 'deploy',
    });
    expect(drifts.get('VPCAttachment/s1--vpc-1')).toMatchObject({
      state: 'committed',
      severity: 'info',
      reason: 'Server server-01 gains VPC vpc-1 (subnet default).',
    });
  });

  it('every rule that it names is in the table', () => {
    const ids = new Set(impactRules.map(({ id }) => id));
    const found = new Set<string>();
    for (let seed = 0; seed < 40; seed += 1) {
      const [git, cluster] = [
        randomFabric(seed),
        mutated(randomFabric(seed), seed + 50),
      ].map(objects => objects.map(canonicalize));
      for (const [a, b] of [
        [git, cluster],
        [cluster, git],
      ]) {
        for (const { rule = '' } of driftsOf(a, b).values()) {
          if (rule.startsWith('impact.')) found.add(rule);
        }
      }
    }
    expect([...found].filter(id => !ids.has(id))).toEqual([]);
    expect(found.size).toBeGreaterThan(4);
  });

  it('what no server depends on is not critical', () => {
    const idle = canonicalize(
      build('VPC', 'vpc-9', {
        subnets: { default: { subnet: '10.0.9.0/24', vlan: 1009 } },
      }),
    );
    expect(driftsOf([...fabric, idle], fabric).get('VPC/vpc-9')).toMatchObject({
      state: 'committed',
      severity: 'warning',
      reason:
        'VPC vpc-9 is in git and not in the cluster; no server gains or loses reach by it.',
      effects: [{ sentence: 'Hosts of subnet vpc-9/default lose each other.' }],
    });
    const alone = changed('VPC', 'vpc-1', { defaultIsolated: true });
    const drift = driftsOf(fabric, alone).get('VPC/vpc-1');
    expect(drift).toMatchObject({
      severity: 'info',
      rule: 'vpc.defaultIsolated',
    });
    expect(drift?.differences).toHaveLength(1);
    expect(drift?.reason).toMatch(/no server gains or loses reach by it\.$/);
  });

  it('a flag that only matters to subnets without servers is a warning', () => {
    const drift = driftsOf(
      fabric,
      changed('VPC', 'vpc-1', { defaultRestricted: true }),
    ).get('VPC/vpc-1');
    expect(drift).toMatchObject({ severity: 'warning' });
  });

  it('settings that the model does not know keep their rule', () => {
    const drift = driftsOf(
      fabric,
      changed('Switch', 'leaf-01', { asn: 65199 }),
    ).get('Switch/leaf-01');
    expect(drift).toMatchObject({ severity: 'critical', rule: 'switch.asn' });
    expect(drift).not.toHaveProperty('effects');
  });

  it('of two peerings that each suffice, both missing, each is a loss', () => {
    const twin = canonicalize(
      build('ExternalPeering', 'twin', {
        permit: {
          vpc: { name: 'vpc-1', subnets: ['default'] },
          external: { name: 'ext-1', prefixes: [{ prefix: '0.0.0.0/0' }] },
        },
      }),
    );
    const both = driftsOf([...fabric, twin], without('vpc-1--ext-1'));
    for (const key of ['ExternalPeering/twin', 'ExternalPeering/vpc-1--ext-1'])
      expect(both.get(key)).toMatchObject({ severity: 'critical' });
    const one = driftsOf([...fabric, twin], fabric);
    expect(one.get('ExternalPeering/twin')).toMatchObject({
      severity: 'warning',
    });
  });

  it('when servers lose something, some drift is critical, however the losses hang together', () => {
    let losses = 0;
    for (let seed = 0; seed < 150; seed += 1) {
      const random = Seeded.of(seed);
      const git = randomFabric(seed).map(canonicalize);
      const cluster = git.filter(() => !random.chance(25));
      const { lost } = impactOf(git, cluster);
      if (lost.membership + lost.reach + lost.outside === 0) continue;
      losses += 1;
      const severities = [...driftsOf(git, cluster).values()].map(
        ({ severity }) => severity,
      );
      expect(severities).toContain('critical');
    }
    expect(losses).toBeGreaterThan(100);
  });

  it('two ways into a VPC, both wholly gone: none of the four drifts is called harmless', () => {
    const second = [
      build('Connection', 'second', {
        unbundled: {
          link: {
            server: { port: 'server-01/enp9' },
            switch: { port: 'leaf-01/E1/9' },
          },
        },
      }),
      build('VPCAttachment', 'second', {
        subnet: 'vpc-1/default',
        connection: 'second',
      }),
    ].map(canonicalize);
    const drifts = driftsOf(
      [...fabric, ...second],
      without('s1--vpc-1', eslag),
    );
    expect(drifts.size).toBe(4);
    for (const { severity } of drifts.values())
      expect(severity).toBe('critical');
  });

  it('wiring that only the cluster has stands for both sides', () => {
    const networks = fabric.filter(({ apiVersion }) =>
      apiVersion.startsWith('vpc.'),
    );
    const drifts = driftsOf(networks, without('s1--vpc-1'));
    expect([...drifts.keys()]).toEqual(['VPCAttachment/s1--vpc-1']);
    expect(drifts.get('VPCAttachment/s1--vpc-1')?.reason).toMatch(
      /^Server server-01 loses VPC vpc-1/,
    );
  });

  it('kinds that could not be listed are neither missing nor a loss', () => {
    const live = fabric.filter(({ kind }) => kind !== 'Connection');
    expect(
      driftsOf(fabric, live, { unknownKinds: new Set(['Connection']) }),
    ).toEqual(new Map());
  });
});

describe('FabricContext', () => {
  const attachment = fabric.find(
    ({ metadata }) => metadata.name === 's1--vpc-1',
  );

  it('reads the fabric when the first object differs, and not before', () => {
    let reads = 0;
    const counted = {
      *[Symbol.iterator]() {
        reads += 1;
        yield* fabric;
      },
    };
    const context = FabricContext.of({ desired: counted, live: counted });
    expect(compareCanonical(attachment, attachment, context).state).toBe(
      'synced',
    );
    expect(reads).toBe(0);
    compareCanonical(attachment, undefined, context);
    compareCanonical(attachment, undefined, context);
    expect(reads).toBe(2);
  });

  it.each([
    ['without wiring', { desired: [], live: [] }],
    ['beyond its budget', { desired: fabric, live: fabric, budget: 0 }],
  ])('%s it leaves drifts as they are', (_, input) => {
    expect(
      compareCanonical(attachment, undefined, FabricContext.of(input)),
    ).toEqual(compareCanonical(attachment, undefined));
  });

  it('leaves kinds alone that nobody reaches anything by', () => {
    const namespace = fabric.find(({ kind }) => kind === 'VLANNamespace');
    const context = FabricContext.of({ desired: fabric, live: fabric });
    expect(compareCanonical(namespace, undefined, context)).toEqual(
      compareCanonical(namespace, undefined),
    );
    const none = { state: 'synced' as const, differences: [] };
    expect(context.refine(none, undefined, undefined)).toBe(none);
  });

  it('forgets what it tried', () => {
    const context = FabricContext.of({ desired: fabric, live: fabric });
    const first = compareCanonical(attachment, undefined, context);
    for (const object of fabric) compareCanonical(object, undefined, context);
    for (const object of fabric) compareCanonical(undefined, object, context);
    expect(compareCanonical(attachment, undefined, context)).toEqual(first);
  });
});
