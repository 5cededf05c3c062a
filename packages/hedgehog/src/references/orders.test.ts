import fc from 'fast-check';
import { anyObject } from '../__testUtils__/arbitraries';
import { smallFabric } from '../__testUtils__/build';
import { randomFabric } from '../__testUtils__/randomFabric';
import { findKind } from '../kinds';
import { KubernetesObject } from '../model/KubernetesObject';
import { applyOrder, deleteOrder } from './applyOrder';
import { blockersOfDelete } from './blockersOfDelete';
import { findCycles } from './findCycles';
import { keyOf, ReferenceIndex } from './ReferenceIndex';
import { referencesOf } from './referencesOf';

const someObjects = fc.uniqueArray(anyObject, {
  maxLength: 25,
  selector: ({ kind, metadata }) => `${kind}/${metadata.name}`,
});
const itemsOf = (objects: readonly KubernetesObject[]) =>
  objects.map(object => ({
    kind: object.kind,
    name: object.metadata.name,
    object,
  }));
const objectOf = ({ object }: { object: KubernetesObject }) => object;
/** Wave of each object by key. */
const wavesOf = (waves: { kind: string; name: string }[][]) =>
  new Map(
    waves.flatMap((wave, index) => wave.map(item => [keyOf(item), index])),
  );

describe('for every set of objects', () => {
  it('C11: apply order puts every target strictly before its referrer, but for members of a reported circle', () => {
    fc.assert(
      fc.property(someObjects, objects => {
        const waves = wavesOf(applyOrder(itemsOf(objects), objectOf));
        const circles = findCycles(objects).map(
          circle => new Set(circle.map(keyOf)),
        );
        for (const item of itemsOf(objects)) {
          for (const reference of referencesOf(item.object)) {
            const target = waves.get(keyOf(reference));
            if (target === undefined) continue;
            const isCircle = circles.some(
              circle => circle.has(keyOf(item)) && circle.has(keyOf(reference)),
            );
            const own = waves.get(keyOf(item)) as number;
            // Members of a circle share a wave; all others wait.
            expect(Math.sign(own - target)).toBe(isCircle ? 0 : 1);
          }
        }
      }),
    );
  });

  it('who refers and who is referred to are the same relation from both ends', () => {
    fc.assert(
      fc.property(someObjects, objects => {
        const index = ReferenceIndex.of(objects);
        const forth = itemsOf(objects).flatMap(item =>
          [...new Set(index.referencesOf(item).map(keyOf))].map(
            target => `${keyOf(item)} ${target}`,
          ),
        );
        const targets = new Set(
          objects.flatMap(object => referencesOf(object).map(keyOf)),
        );
        const back = [...targets].flatMap(target => {
          const [kind, ...name] = target.split('/');
          return index
            .referrersOf({ kind, name: name.join('/') })
            .map(referrer => `${keyOf(referrer)} ${target}`);
        });
        expect(back.sort()).toEqual(forth.sort());
      }),
    );
  });

  it('the order of the objects decides nothing but places within a wave', () => {
    fc.assert(
      fc.property(someObjects, objects => {
        const forth = wavesOf(applyOrder(itemsOf(objects), objectOf));
        const back = wavesOf(
          applyOrder(itemsOf([...objects].reverse()), objectOf),
        );
        expect(back).toEqual(forth);
      }),
    );
  });
});

describe('deleting a whole fabric', () => {
  const fabrics: [string, KubernetesObject[]][] = [
    ['the small fabric', smallFabric()],
    ...[1, 2, 3, 4, 5].map((seed): [string, KubernetesObject[]] => [
      `random fabric ${seed}`,
      randomFabric(seed),
    ]),
  ];

  it.each(fabrics)('%s: in delete order nothing ever blocks', (_, fabric) => {
    let left = [...fabric];
    for (const wave of deleteOrder(itemsOf(fabric), objectOf)) {
      for (const item of wave) {
        expect(
          blockersOfDelete(
            item,
            left.filter(object => !wave.some(other => other.object === object)),
          ),
        ).toEqual([]);
      }
      left = left.filter(
        object => !wave.some(other => other.object === object),
      );
    }
    expect(left).toEqual([]);
  });

  it('every kind that others name is guarded, also where the webhooks have no guard', () => {
    const fabric = smallFabric();
    const guarded = new Set(
      itemsOf(fabric)
        .filter(item => blockersOfDelete(item, fabric).length > 0)
        .map(({ kind }) => kind),
    );
    const named = new Set(
      fabric
        .flatMap(referencesOf)
        .filter(({ external }) => !external)
        .map(({ kind }) => kind),
    );
    expect([...guarded].sort()).toEqual([...named].sort());
    expect([...guarded].every(kind => findKind(kind) !== undefined)).toBe(true);
    for (const kind of ['SwitchGroup', 'GatewayGroup', 'External', 'VPC'])
      expect(guarded).toContain(kind);
  });
});
