import fc from 'fast-check';
import {
  Diagnostic,
  FabricValidation,
  KubernetesObject,
  readYaml,
  releases,
  SourcedObject,
  validateFabric,
  validateObject,
} from '..';
import { build } from '../__testUtils__/build';
import { Example } from '../kinds/ValidationRule';
import { exampleFabric, exampleObjects } from './exampleFabric';

const sourced = (objects: KubernetesObject[]): SourcedObject[] =>
  objects.map((object, index) => ({ object, file: 'a.yaml', line: index + 1 }));
const check = (example: Example, options: FabricValidation = {}) =>
  validateFabric(sourced(exampleObjects(example)), {
    settings: {},
    ...options,
  });
const said = (found: Diagnostic[]) =>
  found
    .filter(({ rule }) => !rule.endsWith('.unchecked'))
    .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);

describe('cases of a whole fabric', () => {
  it.each<[string, Example, string]>([
    [
      'C6: VPC subnets overlap',
      {
        'VPC vpc-2 spec.subnets.default.subnet': '10.0.1.0/25',
        'GatewayPeering vpc-2--ext-1': undefined,
      },
      'critical vpc.overlap: The subnet vpc-2/default (10.0.1.0/25) overlaps vpc-1/default (10.0.1.0/24).',
    ],
    [
      'C6: outside the IPv4 namespace',
      { 'VPC vpc-1 spec.subnets.backup.subnet': '10.200.1.0/24' },
      'critical vpc.ipv4Namespace: The subnet 10.200.1.0/24 is not inside the IPv4 namespace default.',
    ],
    [
      'C6: VLAN outside the VLAN namespace',
      { 'VPC vpc-1 spec.subnets.backup.vlan': 5 },
      'critical vpc.vlanNamespace: VLAN 5 is not inside the VLAN namespace default.',
    ],
    [
      'C6: VLAN reused',
      { 'VPC vpc-1 spec.subnets.backup.vlan': 1002 },
      'critical vpc.vlanReuse: VLAN 1002 of vpc-2/default is used by vpc-1/backup, too.',
    ],
    [
      'C7: two connections on one port',
      {
        'Connection server-02--unbundled--leaf-01 spec.unbundled.link.switch.port':
          'leaf-01/E1/1',
      },
      'critical connection.portShared: The port leaf-01/E1/1 is used by Connection server-01--eslag--leaf-01--leaf-02, too.',
    ],
    [
      'C7: a port and a lane of it',
      {
        'Connection server-02--unbundled--leaf-01 spec.unbundled.link.switch.port':
          'leaf-01/E1/1/1',
      },
      'critical connection.portShared: The port leaf-01/E1/1/1 is part of, or holds, leaf-01/E1/1, which Connection server-01--eslag--leaf-01--leaf-02 uses.',
    ],
    [
      'C8: ESLAG across wrong switches',
      { 'Switch leaf-02 spec.redundancy': {} },
      'critical connection.eslagGroup: Switch leaf-02 is in no redundancy group of type eslag.',
    ],
    [
      'C9: a missing VPC',
      { 'VPCPeering vpc-1--vpc-2 spec.permit': [{ 'vpc-1': {}, 'vpc-9': {} }] },
      'critical reference.missing: VPCPeering vpc-1--vpc-2 refers to VPC vpc-9, which is not here.',
    ],
    [
      'C9: peering with itself',
      { 'VPCPeering vpc-1--vpc-2 spec.permit': [{ 'vpc-1': {} }] },
      'critical field.count: There are 1 keys; there must be between 2 and 2.',
    ],
  ])('%s', (_, example, expected) => {
    expect(said(check(example, { isComplete: true }))).toEqual([expected]);
  });

  it('settings that are only assumed make warnings', () => {
    const example = { 'Switch leaf-01 spec.asn': 4200000000 };
    expect(said(check(example))[0]).toMatch(/^critical switch.leafASN/);
    expect(said(check(example, { settings: undefined }))[0]).toMatch(
      /^warning switch.leafASN/,
    );
    expect(
      said(check(example, { settings: { leafASNEnd: 4294967295 } })),
    ).toEqual([]);
  });

  it('rules begin with their release', () => {
    const mclag = build('Connection', 'old', {
      mclag: {
        links: [
          { server: { port: 's/1' }, switch: { port: 'l/E1/1' } },
          { server: { port: 's/2' }, switch: { port: 'm/E1/1' } },
        ],
      },
    });
    expect(validateObject(mclag, { release: '26.02' })).toEqual([]);
    expect(validateObject(mclag, { release: '26.03' })).toHaveLength(1);
    expect(releases.map(({ name }) => name)).toEqual(
      releases.map(({ name }) => name).sort(),
    );
  });

  it('a release refuses fields and kinds that came later, wherever they stand', () => {
    const vpc = build('VPC', 'a', {
      subnets: {
        a: { subnet: '10.0.1.0/24', hostBGP: true },
        b: { subnet: '10.0.2.0/24', vlan: 5, dhcp: { static: {} } },
      },
    });
    const rules = (release: string) =>
      validateObject(vpc, { release }).map(
        ({ rule, path }) => `${rule} ${path}`,
      );
    expect(rules('25.03')).toEqual([
      'release.field spec.subnets.b.dhcp.static',
      'release.field spec.subnets.a.hostBGP',
    ]);
    expect(rules('25.05')).toEqual(['release.field spec.subnets.a.hostBGP']);
    expect(rules('26.01')).toEqual([]);
    expect(
      validateObject(
        build('Connection', 'g', {
          gateway: {
            links: [
              {
                switch: { port: 'l/E1/1', ip: '172.30.128.0/31' },
                gateway: { port: 'g/e1', ip: '172.30.128.1/31' },
              },
            ],
          },
        }),
        { release: '25.03' },
      ).map(({ path }) => path),
    ).toEqual(['spec.gateway.links[0].switch']);
    expect(validateObject(vpc, { release: 'next' })).toEqual([]);
  });

  it('says each sort of gap once, however many objects it concerns', () => {
    const networksOnly = exampleFabric().filter(
      ({ kind }) => kind === 'VPC' || kind === 'VPCAttachment',
    );
    expect(
      validateFabric(sourced(networksOnly)).map(
        ({ rule, severity, message }) => `${severity} ${rule}: ${message}`,
      ),
    ).toEqual([
      'info reference.unchecked: References to Connection objects were not checked (2): no Connection is here.',
      'info reference.unchecked: References to IPv4Namespace objects were not checked (1): no IPv4Namespace is here.',
      'info reference.unchecked: References to VLANNamespace objects were not checked (1): no VLANNamespace is here.',
    ]);
    const switches = Array.from({ length: 8 }, (_, index) =>
      build('Switch', `s${index}`, { role: 'spine', profile: `p${index}` }),
    );
    expect(
      validateFabric(sourced(switches)).find(
        ({ rule }) => rule === 'switchProfile.unchecked',
      )?.message,
    ).toContain('p0, p1, p2, p3, p4 and 3 more are not here');
  });

  it('switch profiles among the objects are used', () => {
    const profile = {
      apiVersion: 'wiring.githedgehog.com/v1beta1',
      kind: 'SwitchProfile',
      metadata: { name: 'vs' },
      spec: { ports: {} },
    };
    const found = check({ '+': [profile] });
    expect(found.map(({ rule }) => rule)).not.toContain(
      'switchProfile.unchecked',
    );
    expect(found.map(({ rule }) => rule)).toContain('connection.profilePort');
  });

  it('gives file and line of what it found across files', () => {
    const read = (file: string, name: string) =>
      readYaml(
        `apiVersion: vpc.githedgehog.com/v1beta1\nkind: VPC\nmetadata:\n  name: ${name}\nspec:\n  subnets:\n    default:\n      subnet: 10.0.1.0/24\n      vlan: 7\n`,
        { file },
      ).objects;
    expect(
      validateFabric([...read('b.yaml', 'b'), ...read('a.yaml', 'a')])
        .filter(({ severity }) => severity !== 'info')
        .map(({ rule, file, line }) => `${rule} ${file}:${line}`),
    ).toEqual(['vpc.overlap b.yaml:8', 'vpc.vlanReuse b.yaml:9']);
  });

  it('the order of objects changes nothing', () => {
    const broken = exampleObjects({
      'VPC vpc-1 spec.subnets.backup.subnet': '10.0.2.0/25',
      'VPC vpc-1 spec.subnets.backup.vlan': 1002,
      'Switch leaf-01 spec.asn': 65102,
      'Switch leaf-02 spec.ip': '172.30.0.8/21',
      'Connection server-02--unbundled--leaf-01 spec.unbundled.link.switch.port':
        'leaf-01/E1/1',
      'VPCPeering second': { permit: [{ 'vpc-2': {}, 'vpc-1': {} }] },
      'VPCAttachment third': {
        subnet: 'vpc-1/default',
        connection: 'server-01--eslag--leaf-01--leaf-02',
      },
    });
    const found = (objects: KubernetesObject[]) =>
      validateFabric(sourced(objects))
        .map(({ rule, kind, name, path, message }) =>
          [rule, kind, name, path, message].join(' '),
        )
        .sort();
    const expected = found(broken);
    expect(expected.length).toBeGreaterThan(6);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(broken, { minLength: broken.length }),
        shuffled => {
          expect(found(shuffled)).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('broken input of any sort is told, never thrown', () => {
    const values = [null, 5, 'x', [], {}, [null], { a: null }, [[1]]];
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...values),
        (which, key, deeper, value) => {
          const objects = exampleFabric();
          const { spec } = objects[which % objects.length];
          const keys = Object.keys(spec ?? {});
          if (!spec || keys.length === 0) return;
          const first = keys[key % keys.length];
          const below = spec[first];
          const inner =
            typeof below === 'object' && below !== null
              ? Object.keys(below)
              : [];
          if (inner.length > 0 && deeper % 2 === 1)
            (below as Record<string, unknown>)[inner[deeper % inner.length]] =
              value;
          else spec[first] = value;
          expect(validateFabric(sourced(objects))).toBeInstanceOf(Array);
        },
      ),
      { numRuns: 300 },
    );
  });
});
