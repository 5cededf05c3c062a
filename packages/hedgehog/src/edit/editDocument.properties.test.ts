import fc from 'fast-check';
import { anyObject, brokenObject } from '../__testUtils__/arbitraries';
import { Seeded } from '../__testUtils__/Seeded';
import { mutated, styledYaml } from '../__testUtils__/styledYaml';
import { isEqual } from '../compare/isEqual';
import { isMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { printYaml } from '../yaml/printYaml';
import { readYaml } from '../yaml/readYaml';
import { editDocument } from './editDocument';

function read(text: string): KubernetesObject | undefined {
  const { objects, diagnostics } = readYaml(text, { file: 'x.yaml' });
  return diagnostics.length === 0 && objects.length === 1
    ? objects[0].object
    : undefined;
}

/** Only what a file can say at all: JSON knows texts and keys that kubectl refuses. */
const sayable = fc
  .oneof({ weight: 3, arbitrary: anyObject }, brokenObject)
  .filter(object => isEqual(read(printYaml(object)), object));

const seed = fc.integer({ min: 0, max: 1_000_000 });

function fresh(random: Seeded): unknown {
  return random.pick([
    7,
    'text',
    'no',
    '012',
    true,
    '',
    '10.0.0.1',
    'two\nlines\n',
    '# not a comment',
    'a: b',
    [1, { b: 'c' }],
    { deep: { er: [[], {}] } },
    [],
    {},
    null,
  ]);
}

const lineBreaks = fc.constantFrom('\n', '\r\n');

describe('editDocument, for random documents, styles and edits', () => {
  it('says what was wanted, and a second edit changes nothing', () => {
    let reprinted = 0;
    let runs = 0;
    fc.assert(
      fc.property(sayable, seed, lineBreaks, (object, number, newline) => {
        const random = Seeded.of(number);
        const text = styledYaml(object, random, { newline });
        fc.pre(isEqual(read(text), object));
        const wanted = {
          ...object,
          spec: mutated(object.spec ?? {}, random, () => fresh(random)),
        } as KubernetesObject;
        fc.pre(isEqual(read(printYaml(wanted)), wanted));
        const result = editDocument(text, wanted);
        expect(read(result.text)).toEqual(wanted);
        expect(editDocument(result.text, wanted).text).toBe(result.text);
        runs += 1;
        reprinted += Number(result.isReprinted);
      }),
      { numRuns: 400 },
    );
    // Printing anew is for what cannot be helped, and nothing of that sort is in these documents
    expect(reprinted / runs).toBeLessThan(0.02);
  });

  it('touches no other line when one value changes', () => {
    fc.assert(
      fc.property(sayable, seed, lineBreaks, (object, number, newline) => {
        const random = Seeded.of(number);
        const text = styledYaml(object, random, { newline });
        fc.pre(isEqual(read(text), object));
        const wanted = structuredClone(object);
        const place = random.pick(scalarsOf(wanted.spec));
        fc.pre(place !== undefined);
        place.holder[place.key] = random.pick(['changed', 4711, 'off']);
        const result = editDocument(text, wanted);
        expect(read(result.text)).toEqual(wanted);
        const before = text.split('\n');
        const after = result.text.split('\n');
        expect(after).toHaveLength(before.length);
        expect(
          after.filter((line, index) => line !== before[index]).length,
        ).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it('only adds lines when a field is added, and only drops lines when it goes again', () => {
    fc.assert(
      fc.property(anyObject, seed, (object, number) => {
        const text = styledYaml(object, Seeded.of(number));
        fc.pre(isEqual(read(text), object) && isMap(object.spec));
        fc.pre(Object.keys(object.spec!).length > 0 && !/spec: \{/.test(text));
        const wanted = {
          ...object,
          spec: { ...object.spec, added: { a: [1] } },
        };
        const added = editDocument(text, wanted).text;
        expect(read(added)).toEqual(wanted);
        const kept = text.split('\n');
        let next = 0;
        for (const line of added.split('\n')) {
          if (line === kept[next]) next += 1;
        }
        expect(next).toBe(kept.length);
        expect(editDocument(added, object).text).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});

function scalarsOf(
  value: unknown,
): { holder: Record<string | number, unknown>; key: string | number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string | number, unknown>;
  return Object.entries(holder).flatMap(([key, item]) =>
    typeof item === 'object' && item !== null
      ? scalarsOf(item)
      : [{ holder, key }],
  );
}
