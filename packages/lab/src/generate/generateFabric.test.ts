import {
  applyOrder,
  kinds,
  validateFabric,
  type KubernetesObject,
} from '@cnoc/hedgehog';
import { startEmptyLab } from '../testing/emptyLab';
import { generateFabric } from './generateFabric';

const keyOf = ({ kind, metadata }: KubernetesObject) =>
  `${kind}/${metadata.name}`;

describe('a generated fabric', () => {
  it.each([60, 61, 97, 250, 1000, 2500, 10_000])(
    'of %d objects has exactly so many, each once, of every kind',
    objects => {
      const fabric = generateFabric({ objects, seed: 1 });
      expect(fabric).toHaveLength(objects);
      expect(new Set(fabric.map(keyOf)).size).toBe(objects);
      expect(new Set(fabric.map(({ kind }) => kind))).toEqual(
        new Set(kinds.map(({ kind }) => kind)),
      );
    },
  );

  it.each([60, 1000, 10_000])('of %d objects is valid', objects => {
    const fabric = generateFabric({ objects, seed: 7 });
    const found = validateFabric(
      fabric.map((object, index) => ({
        object,
        file: 'generated.yaml',
        line: index + 1,
      })),
      { isComplete: true },
    );
    // What only the model of a switch or a gateway's own checker can tell stays unchecked.
    expect(found.filter(({ rule }) => !rule.endsWith('.unchecked'))).toEqual(
      [],
    );
  });

  it('is the same for the same seed, and another for another', () => {
    const fabric = (seed: number) =>
      JSON.stringify(generateFabric({ objects: 500, seed }));
    expect(fabric(3)).toBe(fabric(3));
    expect(fabric(3)).not.toBe(fabric(4));
  });

  it('gives every address and every VLAN only once', () => {
    const fabric = generateFabric({ objects: 10_000, seed: 1 });
    const text = fabric
      .filter(({ kind }) => kind === 'Switch' || kind === 'Connection')
      .map(({ spec }) => JSON.stringify(spec))
      .join('\n');
    const addresses = text.match(/"(ip|protocolIP|vtepIP)":"[^"]+"/g) ?? [];
    expect(addresses.length).toBeGreaterThan(1000);
    expect(new Set(addresses).size).toBe(addresses.length);
    const ports = text.match(/"port":"[^"]+"/g) ?? [];
    expect(new Set(ports).size).toBe(ports.length);
    const vlans = fabric
      .filter(({ kind }) => kind === 'VPC')
      .flatMap(({ spec }) =>
        Object.values(spec?.subnets as Record<string, { vlan: number }>).map(
          ({ vlan }) => vlan,
        ),
      );
    expect(new Set(vlans).size).toBe(vlans.length);
    expect(Math.max(...vlans)).toBeLessThan(3000);
  });

  it('is accepted by a cluster, in the order of references', async () => {
    const { lab, cluster } = await startEmptyLab();
    const items = generateFabric({ objects: 300, seed: 2 }).map(object => ({
      kind: object.kind,
      name: object.metadata.name,
      object,
    }));
    for (const wave of applyOrder(items, item => item.object)) {
      for (const { object } of wave) {
        cluster.apply(object, { manager: 'cnoc' });
      }
    }
    const stored = kinds.flatMap(({ kind }) => cluster.list(kind));
    // the controller's own GatewayGroup is there, too
    expect(stored).toHaveLength(items.length + 1);
    await lab.stop();
  });

  it('of too few objects is refused', () => {
    expect(() => generateFabric({ objects: 59, seed: 1 })).toThrow(
      'A generated fabric has 60 objects or more, not 59',
    );
  });
});
