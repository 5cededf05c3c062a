import fc from 'fast-check';
import {
  applyDefaults,
  applyOrder,
  canonicalize,
  compareCanonical,
  deleteOrder,
  driftsOf,
  hashOf,
  impactOf,
  kinds,
  KubernetesObject,
  printYaml,
  readYaml,
  referencesOf,
  validateFabric,
  validateObject,
} from '.';
import { isEqual } from './compare/isEqual';
import {
  anyObject,
  brokenObject,
  frozen,
  objectOf,
  shuffled,
} from './__testUtils__/arbitraries';
import { mutated } from './__testUtils__/mutate';
import { randomFabric } from './__testUtils__/randomFabric';

const runs = { numRuns: 300 };
const source = (object: KubernetesObject, line = 1) => ({
  object,
  file: 'x.yaml',
  line,
});

describe('for every object', () => {
  it.each(kinds.map(({ kind }) => kind))(
    '%s: defaulting and canonical form are idempotent and leave the input alone',
    name => {
      const kind = kinds.find(candidate => candidate.kind === name);
      fc.assert(
        fc.property(objectOf(kind!), object => {
          frozen(object);
          const defaulted = applyDefaults(object);
          expect(applyDefaults(defaulted)).toEqual(defaulted);
          const canonical = canonicalize(object);
          expect(canonicalize(canonical)).toEqual(canonical);
          expect(canonicalize(defaulted)).toEqual(canonical);
        }),
        { numRuns: 100 },
      );
    },
  );

  it('an object does not differ from itself, nor from itself with keys in another order', () => {
    fc.assert(
      fc.property(anyObject, object => {
        const canonical = canonicalize(object);
        const other = canonicalize(shuffled(object));
        expect(compareCanonical(canonical, other)).toEqual({
          state: 'synced',
          differences: [],
        });
        expect(hashOf(other)).toBe(hashOf(canonical));
      }),
      runs,
    );
  });

  it('two objects of a kind are synced exactly when their canonical forms are equal or only hydration differs', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...kinds)
          .chain(kind => fc.tuple(objectOf(kind), objectOf(kind))),
        ([a, b]) => {
          const desired = canonicalize(a);
          const live = canonicalize({
            ...b,
            metadata: { ...b.metadata, name: a.metadata.name },
          });
          const drift = compareCanonical(desired, live);
          const same = isEqual(desired, live);
          expect(drift.state === 'synced').toBe(
            same ||
              (drift.differences.length === 0 && drift.notes !== undefined),
          );
          for (const { reason, rule, path } of drift.differences) {
            expect(reason).not.toMatch(/undefined|\[object|NaN/);
            expect(reason).toMatch(/\.$/);
            expect([rule, path].every(text => text.length > 0)).toBe(true);
          }
          // As a whole, a drift is as grave as its first difference.
          expect(drift).toMatchObject(
            drift.differences.slice(0, 1).map(pick)[0] ?? {},
          );
        },
      ),
      runs,
    );
  });

  it('equal hashes mean equal canonical forms', () => {
    fc.assert(
      fc.property(anyObject, anyObject, (a, b) => {
        const [left, right] = [canonicalize(a), canonicalize(b)];
        expect(hashOf(left) === hashOf(right)).toBe(isEqual(left, right));
      }),
      runs,
    );
  });

  it('printing and reading it again loses nothing', () => {
    fc.assert(
      fc.property(anyObject, object => {
        const { objects, diagnostics } = readYaml(printYaml(object), {
          file: 'x.yaml',
        });
        expect(diagnostics).toEqual([]);
        expect(objects.map(read => read.object)).toEqual([
          JSON.parse(JSON.stringify(object)),
        ]);
      }),
      runs,
    );
  });

  it('broken objects are told, never thrown', () => {
    fc.assert(
      fc.property(brokenObject, object => {
        const canonical = canonicalize(object);
        expect(canonicalize(canonical)).toEqual(canonical);
        expect(compareCanonical(canonical, canonical).state).toBe('synced');
        expect(Array.isArray(validateObject(object))).toBe(true);
        expect(Array.isArray(referencesOf(object))).toBe(true);
      }),
      runs,
    );
  });
});

describe('for every text', () => {
  it('reading never throws and reports lines inside the file', () => {
    const piece = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&a',
      '*a',
      '!x',
      '|',
      '>',
      '#',
      '---',
      '...',
      '%',
      '?',
      '<<',
      ',',
      '\t',
      'é',
      '1',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map(parts => parts.join('')),
        text => {
          const { diagnostics } = readYaml(text, { file: 'x.yaml' });
          for (const { line } of diagnostics) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(text.split('\n').length);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('for every set of objects', () => {
  const someObjects = fc.uniqueArray(anyObject, {
    maxLength: 25,
    selector: ({ kind, metadata }) => `${kind}/${metadata.name}`,
  });
  it('what an object refers to is applied before it and deleted after it', () => {
    fc.assert(
      fc.property(someObjects, objects => {
        const items = objects.map(object => ({
          kind: object.kind,
          name: object.metadata.name,
          object,
        }));
        const apply = applyOrder(items, ({ object }) => object);
        expect(apply.flat()).toHaveLength(items.length);
        expect(deleteOrder(items, ({ object }) => object)).toEqual(
          [...apply].reverse(),
        );
        for (const { object, kind, name } of items) {
          for (const reference of referencesOf(object)) {
            // Only VPCs can refer in circles (DHCP relay), and then share a wave. Absent targets are at -1.
            const mayShare = reference.kind === kind;
            expect(
              position(apply, reference) - (mayShare ? 1 : 0),
            ).toBeLessThan(position(apply, { kind, name }));
          }
        }
      }),
      runs,
    );
  });

  it('validation says the same whatever the order of the documents', () => {
    fc.assert(
      fc.property(permuted(someObjects), ([objects, other]) => {
        expect(said(other)).toEqual(said(objects));
      }),
      { numRuns: 150 },
    );
  });
});

describe('for every fabric, in every order of its documents', () => {
  /** Fabrics of every sort, sound and damaged. */
  const fabric = fc
    .tuple(fc.nat({ max: 9999 }), fc.nat({ max: 3 }))
    .map(([seed, damage]) => {
      let objects = randomFabric(seed);
      for (let step = 0; step < damage; step += 1)
        objects = mutated(objects, seed + step);
      return objects;
    });
  const few = { numRuns: 60 };

  it('validation says the same', () => {
    let findings = 0;
    fc.assert(
      fc.property(permuted(fabric), ([objects, other]) => {
        const expected = said(objects);
        findings += expected.length;
        expect(said(other)).toEqual(expected);
      }),
      few,
    );
    expect(findings).toBeGreaterThan(few.numRuns);
  });

  it('nothing drifts, and a change does the same', () => {
    fc.assert(
      fc.property(permuted(fabric), fc.nat(), ([objects, other], seed) => {
        const canonical = objects.map(canonicalize);
        expect(driftsOf(canonical, other.map(canonicalize)).size).toBe(0);
        const after = mutated(objects, seed);
        const impact = impactOf(other, after);
        expect(impact).toEqual(impactOf(objects, after));
        expect(impactOf(objects, other)).toMatchObject({
          items: [],
          settings: 0,
          cosmetic: { count: 0 },
        });
      }),
      few,
    );
  });

  it('what is printed in another order differs in lines only', () => {
    fc.assert(
      fc.property(permuted(fabric), ([objects, other]) => {
        const read = (list: readonly KubernetesObject[]) => {
          const text = list.map(object => printYaml(object)).join('---\n');
          const { objects: found, diagnostics } = readYaml(text, {
            file: 'x.yaml',
          });
          expect(diagnostics).toEqual([]);
          return found.map(({ object }) => JSON.stringify(object)).sort();
        };
        expect(read(other)).toEqual(read(objects));
      }),
      few,
    );
  });

  it('apply order is the same waves, respects every reference, and delete order is its reverse', () => {
    fc.assert(
      fc.property(permuted(fabric), ([objects, other]) => {
        const orderOf = (list: readonly KubernetesObject[]) => {
          const items = list.map(object => ({
            kind: object.kind,
            name: object.metadata.name,
            object,
          }));
          const apply = applyOrder(items, ({ object }) => object);
          expect(deleteOrder(items, ({ object }) => object)).toEqual(
            [...apply].reverse(),
          );
          for (const { object, kind, name } of items) {
            for (const reference of referencesOf(object))
              expect(position(apply, reference)).toBeLessThan(
                position(apply, { kind, name }),
              );
          }
          return apply.map(wave =>
            wave.map(({ kind, name }) => `${kind}/${name}`).sort(),
          );
        };
        expect(orderOf(other)).toEqual(orderOf(objects));
      }),
      few,
    );
  });
});

/** A list, and the same in another order. */
function permuted<T>(
  lists: fc.Arbitrary<T[]>,
): fc.Arbitrary<readonly [T[], T[]]> {
  return lists.chain(list =>
    fc
      .shuffledSubarray(list, { minLength: list.length })
      .map(other => [list, other] as const),
  );
}

/** All that validation says, without lines. */
function said(objects: readonly KubernetesObject[]): string[] {
  return validateFabric(objects.map(object => source(object)))
    .map(diagnostic => JSON.stringify(diagnostic))
    .sort();
}

function position(
  waves: { kind: string; name: string }[][],
  wanted: { kind: string; name: string },
): number {
  return waves.findIndex(wave =>
    wave.some(({ kind, name }) => kind === wanted.kind && name === wanted.name),
  );
}

function pick({
  severity,
  reason,
  rule,
}: {
  severity: string;
  reason: string;
  rule: string;
}) {
  return { severity, reason, rule };
}
