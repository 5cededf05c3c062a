import { build, smallFabric } from '../__testUtils__/build';
import { mutated } from '../__testUtils__/mutate';
import { randomFabric } from '../__testUtils__/randomFabric';
import { JsonMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { impactOf, headlineOf, severityOfImpact } from './impactOf';

const fabric = smallFabric();
const edit = (
  name: string,
  spec: JsonMap,
  metadata: JsonMap = {},
): KubernetesObject[] =>
  fabric.map(object =>
    object.metadata.name === name
      ? {
          ...object,
          metadata: { ...object.metadata, ...metadata },
          spec: { ...object.spec, ...spec },
        }
      : object,
  );
const without = (name: string) =>
  fabric.filter(({ metadata }) => metadata.name !== name);
const sentencesOf = (before: KubernetesObject[], after: KubernetesObject[]) =>
  impactOf(before, after).items.map(
    ({ severity, sentence }) => `${severity}: ${sentence}`,
  );

describe('impactOf', () => {
  it('nothing changes, nothing is told', () => {
    const impact = impactOf(fabric, [...fabric].reverse());
    expect(impact.items).toEqual([]);
    expect(impact.cosmetic.count).toBe(0);
    expect(severityOfImpact(impact)).toBe('info');
    expect(headlineOf(impact)).toBeUndefined();
  });

  it('labels and descriptions are cosmetic, server metadata is no change', () => {
    const after = edit(
      'server-01',
      { description: 'Backup' },
      { labels: { team: 'a' } },
    );
    const impact = impactOf(fabric, after);
    expect(impact).toMatchObject({
      items: [],
      settings: 0,
      cosmetic: {
        count: 1,
        objects: [{ kind: 'Server', name: 'server-01' }],
      },
    });
    expect(
      impactOf(fabric, edit('server-01', {}, { uid: 'x' })).cosmetic.count,
    ).toBe(0);
  });

  it('settings that reachability does not show are told with the gravity of their rule', () => {
    const impact = impactOf(
      fabric,
      edit('leaf-01', { asn: 65150, roce: true }),
    );
    expect(impact.settings).toBe(2);
    expect(headlineOf(impact)).toBe(
      'spec.asn of Switch leaf-01 changes from 65101 to 65150, and 1 more like it.',
    );
    expect(impact.items.map(({ severity }) => severity)).toEqual([
      'critical',
      'warning',
    ]);
    expect(severityOfImpact(impact)).toBe('critical');
  });

  it.each<[string, KubernetesObject[], KubernetesObject[], string]>([
    [
      'a peering ends',
      fabric,
      without('vpc-1--vpc-2'),
      'warning: Subnet vpc-1/default loses vpc-2/default by VPC peering.',
    ],
    [
      'two servers lose each other',
      fabric,
      without('vpc-1--vpc-2'),
      'critical: Servers server-01 (vpc-1/default) and server-02 (vpc-2/default) lose each other by VPC peering.',
    ],
    [
      'two servers gain each other',
      without('vpc-1--vpc-2'),
      fabric,
      'warning: Servers server-01 (vpc-1/default) and server-02 (vpc-2/default) gain each other by VPC peering.',
    ],
    [
      'a server loses the outside',
      fabric,
      without('leaf-01--ext-1'),
      'critical: Server server-01 (vpc-1/default) loses 0.0.0.0/0 of ext-1 by external peering.',
    ],
    [
      'a subnet closes',
      fabric,
      edit('vpc-1', { defaultRestricted: true }),
      'warning: Hosts of subnet vpc-1/default lose each other.',
    ],
    [
      'a leaf loses its only uplink',
      fabric,
      without('spine-01--fabric--leaf-01'),
      'critical: Switch leaf-01 is cut off: 1 link to 1 switch before, 0 links to 0 switches after.',
    ],
    [
      'the spines lose their last link',
      fabric,
      without('spine-01--fabric--leaf-01'),
      'critical: The spine layer is cut off: 1 spine before, 0 spines after.',
    ],
    [
      'the last gateway of a group goes',
      fabric,
      without('gateway-1'),
      'critical: Gateway group gw-group is cut off: 1 gateway before, 0 gateways after.',
    ],
    [
      'a switch goes',
      fabric,
      without('leaf-01'),
      'critical: Switch leaf-01 is gone (1 link to 1 switch).',
    ],
    [
      'a switch without links goes',
      fabric,
      without('leaf-02'),
      'warning: Switch leaf-02 is gone.',
    ],
    [
      'a server is left with one switch in its subnet',
      fabric,
      edit('leaf-02', { vlanNamespaces: ['other'] }),
      'critical: Server server-01 in vpc-1/default loses its redundancy: 2 switches before, 1 switch after.',
    ],
    [
      'a server gets a second switch',
      edit('leaf-02', { vlanNamespaces: ['other'] }),
      fabric,
      'info: Server server-01 in vpc-1/default gains redundancy: 1 switch before, 2 switches after.',
    ],
    [
      'a server comes',
      fabric,
      [...fabric, build('Server', 'server-03')],
      'info: Server server-03 is new.',
    ],
  ])('%s', (_, before, after, sentence) => {
    expect(sentencesOf(before, after)).toContain(sentence);
  });

  it('fewer links of a device that stays redundant are a warning, more are no news', () => {
    const cable = (links: number) =>
      edit('server-01--eslag--leaf-01--leaf-02', {
        eslag: {
          links: Array.from({ length: links }, (_, index) => ({
            server: { port: `server-01/enp2s${index}` },
            switch: { port: `leaf-0${1 + (index % 2)}/E1/${index}` },
          })),
        },
      });
    expect(sentencesOf(cable(4), cable(3))[0]).toBe(
      'warning: Server server-01 has fewer links: 4 links to 2 switches before, 3 links to 2 switches after.',
    );
    expect(sentencesOf(cable(2), cable(3))).toContain(
      'info: Server server-01 has more links: 2 links to 2 switches before, 3 links to 2 switches after.',
    );
  });

  it('the order of the objects changes nothing, not even which items are told', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const before = randomFabric(seed);
      const after = mutated(before, seed + 77);
      expect(
        impactOf([...before].reverse(), [...after].reverse(), { limit: 3 }),
      ).toEqual(impactOf(before, after, { limit: 3 }));
    }
  });

  it('broken objects mean nothing and are never thrown', () => {
    const broken = fabric.map(object => ({
      ...object,
      spec: { subnets: [null], permit: 'x', links: 3, fabric: [], peering: 7 },
    })) as unknown as KubernetesObject[];
    expect(impactOf(broken, broken).items).toEqual([]);
    expect(impactOf(fabric, broken).lost.membership).toBe(2);
  });
});
