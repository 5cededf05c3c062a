import {
  applyOrder,
  blockersOfDelete,
  canonicalize,
  compareCanonical,
  Diagnostic,
  findCycles,
  KubernetesObject,
  readYaml,
  ReferenceIndex,
  SourcedObject,
  validateFabric,
  validateObject,
} from '.';
import { build, smallFabric } from './__testUtils__/build';
import { growth } from './__testUtils__/countedReads';
import { Example } from './kinds/ValidationRule';
import { exampleProfile } from './kinds/switch/exampleProfile';
import { JsonMap } from './model/json';
import { exampleObjects } from './validate/exampleFabric';

/*
 * Cases of ../shared/quality/cases.md through the functions that people and programs call. Cases that belong to one function
 * stand beside it.
 */

const sourced = (objects: KubernetesObject[]): SourcedObject[] =>
  objects.map((object, index) => ({ object, file: 'a.yaml', line: index + 1 }));
const told = (found: Diagnostic[]) =>
  found
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, message }) => `${rule}: ${message}`);
const profile = (name: string): KubernetesObject => ({
  apiVersion: 'wiring.githedgehog.com/v1beta1',
  kind: 'SwitchProfile',
  metadata: { name },
  spec: exampleProfile(),
});
const check = (example: Example, ...profiles: KubernetesObject[]) =>
  validateFabric(sourced(exampleObjects(example)), { settings: {}, profiles });
const drift = (desired: KubernetesObject, live: KubernetesObject) =>
  compareCanonical(canonicalize(desired), canonicalize(live));

describe('cases', () => {
  it.each<[string, Example, string]>([
    [
      'C6: gateway outside the subnet',
      { 'VPC vpc-1 spec.subnets.default.gateway': '10.0.9.1' },
      'vpc.gateway',
    ],
    [
      'C6: DHCP range reversed',
      {
        'VPC vpc-1 spec.subnets.default.dhcp': {
          enable: true,
          range: { start: '10.0.1.99', end: '10.0.1.10' },
        },
      },
      'vpc.dhcpRange',
    ],
    [
      'C8: unequal link counts of an ESLAG',
      {
        'Connection server-01--eslag--leaf-01--leaf-02 spec.eslag.links': [
          'leaf-01/E1/1',
          'leaf-01/E1/9',
          'leaf-02/E1/1',
        ].map((port, index) => ({
          server: { port: `server-01/enp2s${index}` },
          switch: { port },
        })),
      },
      'connection.eslagLinks',
    ],
    [
      'C9: both directions of a peering differ',
      {
        'VPCPeering vpc-2--vpc-1': {
          permit: [{ 'vpc-2': { subnets: ['default'] }, 'vpc-1': {} }],
        },
      },
      'vpcPeering.conflict',
    ],
  ])('%s', (_, example, rule) => {
    expect([...new Set(check(example).map(one => one.rule))]).toContain(rule);
    expect(check({}).map(one => one.rule)).not.toContain(rule);
  });

  it('C4: an object of more than 1 MiB is refused, counted in bytes and as JSON', () => {
    const server = (description: string) =>
      validateObject(build('Server', 'a', { description })).map(
        ({ rule }) => rule,
      );
    expect(server('x'.repeat(1_048_000))).toEqual([]);
    expect(server('x'.repeat(1_048_576))).toEqual(['object.size']);
    expect(server('é'.repeat(524_288))).toEqual(['object.size']);
    expect(server('\u0001'.repeat(174_763))).toEqual(['object.size']);
    const breakouts = Object.fromEntries(
      Array.from({ length: 60_000 }, (_, i) => [`E1/${i}`, '4x25G']),
    );
    expect(
      validateObject(
        build('Switch', 'a', { role: 'spine', portBreakouts: breakouts }),
      ).map(({ rule }) => rule),
    ).toContain('object.size');
  });

  it('C7: a port that the switch profile does not have', () => {
    const example = {
      'Connection server-02--unbundled--leaf-01 spec.unbundled.link.switch.port':
        'leaf-01/E1/33',
    };
    expect(told(check(example, profile('vs')))).toEqual([
      'connection.profilePort: The model of Switch leaf-01 has no port E1/33.',
    ]);
    expect(told(check(example))).toEqual([]);
  });

  it('C7: without the switch profile, ports are said to be unchecked', () => {
    expect(check({}).map(({ rule }) => rule)).toContain(
      'switchProfile.unchecked',
    );
    expect(check({}, profile('vs')).map(({ rule }) => rule)).not.toContain(
      'switchProfile.unchecked',
    );
  });

  it('C7: breakout conflict', () => {
    const port = (name: string) => ({
      'Connection server-02--unbundled--leaf-01 spec.unbundled.link.switch.port': `leaf-01/${name}`,
    });
    const broken = {
      'Switch leaf-01 spec.portBreakouts': { 'E1/25': '4x25G' },
    };
    const known = profile('vs');
    expect(told(check({ ...broken, ...port('E1/25/4') }, known))).toEqual([]);
    expect(told(check({ ...broken, ...port('E1/25/5') }, known))).toEqual([
      'connection.breakout: The port leaf-01/E1/25 is broken out into 4, so there is no lane 5.',
    ]);
    expect(told(check({ ...broken, ...port('E1/25') }, known))).toEqual([
      'connection.breakout: The port leaf-01/E1/25 is broken out into 4 lanes.',
    ]);
    expect(told(check(port('E1/25/2'), known))).toEqual([
      'connection.breakout: The port leaf-01/E1/25 is broken out into 1, so there is no lane 2.',
    ]);
  });

  it('C10: deleting a VPC with attachments is blocked with the list, until they are gone, too', () => {
    const fabric = smallFabric();
    const target = { kind: 'VPC', name: 'vpc-2' };
    const blockers = blockersOfDelete(target, fabric);
    expect(blockers).toEqual([
      { kind: 'VPCAttachment', name: 's2--vpc-2' },
      { kind: 'VPCPeering', name: 'vpc-1--vpc-2' },
    ]);
    const without = fabric.filter(
      ({ kind, metadata }) =>
        !blockers.some(
          blocker => blocker.kind === kind && blocker.name === metadata.name,
        ),
    );
    expect(blockersOfDelete(target, without)).toEqual([]);
  });

  describe('C11: work grows with the number of objects, not faster', () => {
    const star = (size: number) => [
      build('VPC', 'one', {
        subnets: { a: { subnet: '10.0.1.0/24', vlan: 5 } },
      }),
      ...Array.from({ length: size }, (_, index) =>
        build('VPCAttachment', `a${index}`, {
          subnet: 'one/a',
          connection: 'c',
        }),
      ),
    ];
    const chain = (size: number) =>
      Array.from({ length: size }, (_, index) =>
        build('VPC', `v${index}`, {
          subnets: { s: { dhcp: { relayVPC: `v${index + 1}` } } },
        }),
      );
    const circle = (size: number) => [
      ...chain(size),
      build('VPC', `v${size}`, {
        subnets: { s: { dhcp: { relayVPC: 'v0' } } },
      }),
    ];
    const works: [string, (objects: KubernetesObject[]) => void][] = [
      [
        'apply order',
        objects =>
          applyOrder(
            objects.map(object => ({
              kind: object.kind,
              name: object.metadata.name,
              object,
            })),
            ({ object }) => object,
          ),
      ],
      ['circles', objects => findCycles(objects)],
      ['references', objects => ReferenceIndex.of(objects)],
      [
        'what blocks a delete',
        objects => blockersOfDelete({ kind: 'VPC', name: 'one' }, objects),
      ],
      ['validation', objects => validateFabric(sourced(objects))],
    ];
    const cases = works.flatMap(([name, work]) =>
      [star, chain, circle].map(
        shape => [name, shape.name, work, shape] as const,
      ),
    );
    it.each(cases)('%s of a %s', (_, __, work, shape) => {
      expect(growth(shape, work)).toBeLessThan(12);
    });
  });

  it('C13: what the server fills in and sorts is no drift; another order where order counts is', () => {
    const desired = build('Switch', 'a', {
      role: 'spine',
      vlanNamespaces: ['b', 'a'],
      portBreakouts: { 'E1/1': '4x25G', 'E1/2': '4x25G' },
    });
    const live = build('Switch', 'a', {
      portBreakouts: { 'E1/2': '4x25G', 'E1/1': '4x25G' },
      vlanNamespaces: ['a', 'b'],
      role: 'spine',
      redundancy: {},
      boot: {},
      ecmp: {},
    });
    expect(drift(desired, live).state).toBe('synced');
    const rules = (...actions: string[]) =>
      build('GatewayPeering', 'p', {
        peering: { a: {}, b: {} },
        acl: { rules: actions.map(action => ({ from: 'a', action })) },
      });
    expect(drift(rules('deny', 'allow'), rules('allow', 'deny'))).toMatchObject(
      {
        state: 'drifted',
        severity: 'critical',
        differences: [
          { path: 'spec.acl.rules[0].action' },
          { path: 'spec.acl.rules[1].action' },
        ],
      },
    );
  });

  it('C14: what the server and kubectl note is ignored with a warning', () => {
    const object = build(
      'Server',
      'a',
      {},
      {
        uid: 'u',
        resourceVersion: '7',
        managedFields: [],
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
        },
      },
    );
    expect(
      validateObject(object).map(({ rule, severity }) => `${severity} ${rule}`),
    ).toEqual(['warning object.serverFields', 'warning object.ignoredTexts']);
    expect(drift(object, build('Server', 'a', {})).state).toBe('synced');
  });

  it('C15: a number is one however it is written; a text that looks like one stays a text', () => {
    const vlan = (text: string) => {
      const { objects } = readYaml(
        `apiVersion: vpc.githedgehog.com/v1beta1\nkind: VPC\nmetadata: {name: a}\nspec: {subnets: {s: {subnet: 10.0.1.0/24, vlan: ${text}}}}\n`,
        { file: 'a.yaml' },
      );
      return objects[0].object;
    };
    for (const text of ['0x3E9', '0o1751', '01751', '1_001', '+1001', '1001.0'])
      expect([text, drift(vlan('1001'), vlan(text)).state]).toEqual([
        text,
        'synced',
      ]);
    expect(drift(vlan('1001'), vlan('"1001"')).state).toBe('drifted');
  });

  it('C15: IPv6 zeros, MAC letters and durations have one form', () => {
    const host = (mac: string, ip: string) =>
      build('VPC', 'a', {
        subnets: { s: { dhcp: { enable: true, static: { [mac]: { ip } } } } },
      });
    expect(
      drift(
        host('AA-BB-CC-DD-EE-FF', '2001:DB8:0:0::1'),
        host('aa:bb:cc:dd:ee:ff', '2001:db8::1'),
      ).state,
    ).toBe('synced');
    const idle = (idleTimeout: string) =>
      build('GatewayPeering', 'p', {
        peering: {
          a: { expose: [{ nat: { masquerade: { idleTimeout } } }] },
          b: {},
        },
      });
    expect(drift(idle('1h'), idle('60m')).state).toBe('synced');
    expect(drift(idle('1h'), idle('61m')).state).toBe('drifted');
  });

  it('C16: what the controller writes is no drift; the same in git is told to be lost', () => {
    const metadata: JsonMap = {
      labels: { 'fabric.githedgehog.com/ipv4ns': 'other' },
    };
    const vpc = build('VPC', 'a', {
      subnets: { s: { subnet: '10.0.1.0/24', vlan: 5 } },
    });
    const labelled = { ...vpc, metadata: { ...vpc.metadata, ...metadata } };
    expect(drift(vpc, labelled).state).toBe('synced');
    expect(drift(labelled, vpc).state).toBe('synced');
    expect(validateObject(labelled)).toMatchObject([
      {
        rule: 'object.ignoredTexts',
        severity: 'warning',
        path: 'metadata.labels["fabric.githedgehog.com/ipv4ns"]',
      },
    ]);
    const agent = {
      apiVersion: 'agent.githedgehog.com/v1beta1',
      kind: 'Agent',
      metadata: { name: 'leaf-01' },
    };
    expect(validateObject(agent)).toMatchObject([
      { rule: 'object.controllerKind' },
    ]);
  });
});
