import { mutated } from '../__testUtils__/mutate';
import { randomFabric } from '../__testUtils__/randomFabric';
import { KubernetesObject } from '../model/KubernetesObject';
import { FabricRecord, FabricRecords, recordOf } from './FabricRecords';
import { modelOfRecords } from './FabricModel';
import { impactOfModels } from './impactOf';
import { Neighbourhoods } from './Neighbourhoods';
import { Underlay } from './Underlay';

const replaced = (
  records: FabricRecords,
  { kind, name }: FabricRecord,
  value: unknown,
) => {
  const map = new Map<string, unknown>(records.byKind[kind]);
  if (value === undefined) map.delete(name);
  else map.set(name, value);
  return FabricRecords.sharing(records, { [kind]: map });
};
const impact = (before: FabricRecords, after: FabricRecords) => {
  const { lost, gained, items } = impactOfModels(
    modelOfRecords(before),
    modelOfRecords(after),
    [],
    Infinity,
  );
  return { lost, gained, items };
};
/** Records by `kind/name`, those of both fabrics together. */
const versionsOf = (...fabrics: KubernetesObject[][]) => {
  const versions = new Map<string, (FabricRecord | undefined)[]>();
  fabrics.forEach((fabric, side) => {
    for (const object of fabric) {
      const key = `${object.kind}/${object.metadata.name}`;
      const list = versions.get(key) ?? [];
      list[side] = recordOf(object);
      versions.set(key, list);
    }
  });
  return versions;
};

describe('Neighbourhoods', () => {
  const seen = { local: 0, effects: 0 };

  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'the effect of each single object is the same near it and on the whole fabric, fabric %i',
    seed => {
      const fabric = randomFabric(300 + seed);
      const changed = mutated(mutated(fabric, seed), seed + 9000);
      const whole = FabricRecords.from(fabric);
      const neighbourhoods = Neighbourhoods.of(whole);
      for (const [before, after] of versionsOf(fabric, changed).values()) {
        const one = before ?? after;
        if (!one) continue;
        for (const value of new Set([undefined, after?.value])) {
          const near = neighbourhoods.around(
            [before, after].flatMap(version => version ?? []),
          );
          const nearAfter = replaced(near, one, value);
          if (!Underlay.of(near).hasIslandsOf(Underlay.of(nearAfter))) continue;
          const told = impact(near, nearAfter);
          expect(told).toEqual(impact(whole, replaced(whole, one, value)));
          seen.local += 1;
          seen.effects += told.items.length;
        }
      }
    },
  );

  it('most changes are local, and have effects', () => {
    expect(seen.local).toBeGreaterThan(1000);
    expect(seen.effects).toBeGreaterThan(1000);
  });

  it('splitting the fabric is not local', () => {
    const records = FabricRecords.from(
      randomFabric(1).filter(({ kind }) => kind === 'Switch'),
    );
    const [a, b] = [...records.byKind.Switch.keys()];
    const joined = FabricRecords.sharing(records, {
      Connection: new Map([
        ['x', { type: 'underlay', links: [{ from: a, to: b }] }],
      ]),
    });
    expect(Underlay.of(records).hasIslandsOf(Underlay.of(joined))).toBe(false);
    expect(Underlay.of(joined).hasIslandsOf(Underlay.of(records))).toBe(false);
    expect(Underlay.of(joined).hasIslandsOf(Underlay.of(joined))).toBe(true);
  });
});
