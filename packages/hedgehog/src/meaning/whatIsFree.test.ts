import fc from 'fast-check';
import { build, smallFabric } from '../__testUtils__/build';
import { KubernetesObject } from '../model/KubernetesObject';
import { freePrefixes } from './freePrefixes';
import { freeRanges } from './freeRanges';
import { whatIsFree } from './whatIsFree';

describe('whatIsFree', () => {
  it('VLANs of a namespace', () => {
    expect(whatIsFree(smallFabric(), { vlanNamespace: 'default' })).toEqual({
      ranges: [
        { from: 1000, to: 1000 },
        { from: 1003, to: 2999 },
      ],
      free: 1998,
      used: 2,
    });
    expect(
      whatIsFree(smallFabric(), { vlanNamespace: 'none' }),
    ).toBeUndefined();
  });

  it('a VLAN outside the namespace is not counted as used; a range of one VLAN is one', () => {
    const objects = [
      build('VLANNamespace', 'small', { ranges: [{ from: 7 }] }),
      build('VPC', 'vpc-1', {
        vlanNamespace: 'small',
        subnets: { a: { vlan: 9 }, b: { vlan: 0 } },
      }),
    ];
    expect(whatIsFree(objects, { vlanNamespace: 'small' })).toEqual({
      ranges: [{ from: 7, to: 7 }],
      free: 1,
      used: 0,
    });
  });

  it('networks of a namespace, and the next of a length', () => {
    expect(
      whatIsFree(smallFabric(), { ipv4Namespace: 'default', length: 23 }),
    ).toEqual({
      prefixes: [
        '10.0.0.0/24',
        '10.0.3.0/24',
        '10.0.4.0/22',
        '10.0.8.0/21',
        '10.0.16.0/20',
        '10.0.32.0/19',
        '10.0.64.0/18',
        '10.0.128.0/17',
      ],
      addresses: 65536 - 512,
      next: '10.0.4.0/23',
    });
    expect(
      whatIsFree(smallFabric(), {
        ipv4Namespace: 'default',
        length: 16,
        limit: 1,
      }),
    ).toEqual({ prefixes: ['10.0.0.0/24'], addresses: 65536 - 512 });
    expect(
      whatIsFree(smallFabric(), { ipv4Namespace: 'none' }),
    ).toBeUndefined();
  });

  it('networks that hosts announce are taken, too', () => {
    const objects = [
      build('IPv4Namespace', 'n', { subnets: ['10.0.0.0/30', 'broken'] }),
      build('VPC', 'vpc-1', {
        ipv4Namespace: 'n',
        subnets: {
          a: { hostBGP: true, hostBGPExtraPrefixes: { '10.0.0.2/31': {} } },
        },
      }),
    ];
    expect(whatIsFree(objects, { ipv4Namespace: 'n' })).toEqual({
      prefixes: ['10.0.0.0/31'],
      addresses: 2,
    });
  });

  describe('ports of a switch', () => {
    const profile = (name: string): KubernetesObject => ({
      apiVersion: 'wiring.githedgehog.com/v1beta1',
      kind: 'SwitchProfile',
      metadata: { name },
      spec: {
        ports: {
          M1: { management: true },
          'E1/1': {},
          'E1/2': {},
          'E1/10': { profile: 'wide' },
          'E1/20': { profile: 'wide' },
        },
        portProfiles: {
          wide: {
            breakout: {
              default: '1x100G',
              supported: { '1x100G': {}, '4x25G': {} },
            },
          },
        },
      },
    });
    const ports = [
      {
        port: 'leaf-02/E1/1',
        connection: 'server-01--eslag--leaf-01--leaf-02',
      },
      { port: 'leaf-02/E1/20', connection: 'leaf-02--static' },
    ];

    it('C7: which are free is unchecked while the model of the switch is not at hand', () => {
      const unchecked =
        'Which ports of Switch leaf-02 are free is unchecked: its model vs is not here.';
      expect(whatIsFree(smallFabric(), { switch: 'leaf-02' })).toEqual({
        ports,
        unchecked,
      });
      expect(
        whatIsFree(smallFabric(), {
          switch: 'leaf-02',
          profile: profile('another'),
        }),
      ).toEqual({ ports, unchecked });
      expect(whatIsFree(smallFabric(), { switch: 'none' })).toBeUndefined();
    });

    it('with a model, given or among the objects, they are named in order', () => {
      const expected = {
        ports,
        free: 2,
        freePorts: ['leaf-02/E1/2', 'leaf-02/E1/10'],
      };
      expect(
        whatIsFree(smallFabric(), {
          switch: 'leaf-02',
          profile: profile('vs'),
        }),
      ).toEqual(expected);
      expect(
        whatIsFree([...smallFabric(), profile('vs')], { switch: 'leaf-02' }),
      ).toEqual(expected);
    });

    it('lanes of a port that is broken out are free one by one; all of it is used when named whole', () => {
      const freeWith = (...used: string[]) => {
        const objects = [
          build('Switch', 'leaf', {
            role: 'server-leaf',
            profile: 'vs',
            portBreakouts: { 'E1/10': '4x25G' },
          }),
          profile('vs'),
          ...used.map((port, index) =>
            build('Connection', `c${index}`, {
              external: { link: { switch: { port } } },
            }),
          ),
        ];
        return whatIsFree(objects, { switch: 'leaf' })?.freePorts;
      };
      expect(freeWith('leaf/E1/10/2', 'leaf/E1/20/1')).toEqual([
        'leaf/E1/1',
        'leaf/E1/2',
        'leaf/E1/10/1',
        'leaf/E1/10/3',
        'leaf/E1/10/4',
      ]);
      expect(freeWith('leaf/E1/10', 'leaf/E1/1')).toEqual([
        'leaf/E1/2',
        'leaf/E1/20',
      ]);
    });
  });
});

describe('freeRanges', () => {
  const range = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -1, max: 9 }))
    .map(([from, length]) => ({ from, to: from + length }));
  const holds = (list: { from: number; to: number }[], value: number) =>
    list.some(({ from, to }) => from <= value && value <= to);

  it('holds exactly what is given and not taken, in the fewest ranges', () => {
    fc.assert(
      fc.property(
        fc.array(range, { maxLength: 6 }),
        fc.array(range, { maxLength: 6 }),
        (given, taken) => {
          const free = freeRanges(given, taken);
          for (let value = -1; value < 55; value += 1)
            expect(holds(free, value)).toBe(
              holds(given, value) && !holds(taken, value),
            );
          free.slice(1).forEach(({ from }, index) => {
            expect(from).toBeGreaterThan(free[index].to + 1);
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('freePrefixes', () => {
  it.each([
    [['0.0.0.0/0'], [], ['0.0.0.0/0']],
    [['10.0.0.0/8'], ['0.0.0.0/0'], []],
    [['10.0.0.0/30'], ['10.0.0.1/32'], ['10.0.0.0/32', '10.0.0.2/31']],
    [['10.0.1.0/24', '10.0.0.0/24'], [], ['10.0.0.0/23']],
    [['255.255.255.254/31'], ['255.255.255.254/32'], ['255.255.255.255/32']],
  ])('%j without %j is %j', (given, taken, free) => {
    expect(freePrefixes(given, taken)).toEqual(free);
  });
});
