import fc from 'fast-check';
import {
  applyDefaults,
  applyOrder,
  canonicalize,
  compareCanonical,
  deleteOrder,
  hashOf,
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
  const position = (
    waves: { kind: string; name: string }[][],
    wanted: { kind: string; name: string },
  ) =>
    waves.findIndex(wave =>
      wave.some(
        ({ kind, name }) => kind === wanted.kind && name === wanted.name,
      ),
    );

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

  it('the order of the documents changes nothing that validation says, but who came first', () => {
    fc.assert(
      fc.property(someObjects, objects => {
        const said = (list: KubernetesObject[]) =>
          validateFabric(list.map(object => source(object)))
            .filter(({ rule }) => rule !== 'reference.cycle')
            .map(diagnostic => JSON.stringify(diagnostic))
            .sort();
        expect(said([...objects].reverse())).toEqual(said(objects));
      }),
      { numRuns: 100 },
    );
  });
});

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
