import fc from 'fast-check';
import { anyObject, brokenObject } from '../__testUtils__/arbitraries';
import { kindOf } from '../kinds';
import { copyJson } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { Field, group, integer, list, map, set, text } from '../schema/Field';
import { exampleFabric } from './exampleFabric';
import { ShapeCheck } from './checkShape';
import { isComplete, isSound } from './isSound';

const shape = group('', {
  text: text('', { required: true }),
  ip: text('', { form: 'ip' }),
  value: text('', { values: ['', 'a', 'b'] }),
  both: text('', { values: ['10.0.0.1', 'x'], form: 'ip' }),
  number: integer('', { min: 2, max: 4 }),
  list: list('', text('', { form: 'prefix' }), { min: 2, max: 3 }),
  set: set('', group('', { name: text('', { required: true }) })),
  map: map('', group('', { ip: text('', { required: true }) }), {
    keyForm: 'mac',
    max: 2,
    required: true,
  }),
});

/** What the quick answers are, and what the check says that tells what is wrong. */
function answersAbout(value: unknown, field: Field = shape) {
  const written = new ShapeCheck(['spec']);
  written.written(value, field);
  const required = new ShapeCheck(['spec']);
  required.required(value, field);
  return {
    quick: [isSound(value, field), isComplete(value, field)],
    exact: [written, required].map(({ problems }) => problems.length === 0),
  };
}

describe('isSound and isComplete', () => {
  it('say what the exact check says, for every kind', () => {
    fc.assert(
      fc.property(fc.oneof(anyObject, brokenObject), object => {
        const { quick, exact } = answersAbout(
          object.spec,
          kindOf(object)!.spec,
        );
        expect(quick).toEqual(exact);
      }),
      { numRuns: 1000 },
    );
  });

  it('say what the exact check says of sound objects with one value changed', () => {
    const objects = exampleFabric();
    const paths = objects.flatMap(object =>
      placesIn(object.spec).map(path => ({ object, path })),
    );
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom<unknown>(
        '10.0.0.1',
        '10.0.0.0/8',
        0,
        5000,
        'a/b',
        {},
        [],
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        value,
        ({ object, path }, other) => {
          const copy = copyJson(object) as KubernetesObject;
          const parent = path
            .slice(0, -1)
            .reduce<unknown>((part, key) => Object(part)[key], copy.spec);
          Object(parent)[path[path.length - 1]] = other;
          const { quick, exact } = answersAbout(copy.spec, kindOf(copy)!.spec);
          expect(quick).toEqual(exact);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each<unknown>([
    undefined,
    null,
    5,
    [],
    {},
    { other: 1 },
    { toString: 1 },
    Object.create({ text: 'inherited' }),
    JSON.parse('{"__proto__": 1}'),
    { text: '' },
    { text: 'a', map: null },
    { text: 'a', map: {} },
    { text: 'a', ip: '10.0.0.1/8' },
    { text: 'a', ip: '::1' },
    { text: 'a', ip: '' },
    { value: 'c' },
    { both: 'x' },
    { both: '10.0.0.1' },
    { number: 0 },
    { number: 1 },
    { number: 5 },
    { number: 2.5 },
    { number: NaN },
    { number: '2' },
    { list: [] },
    { list: ['10.0.0.0/8'] },
    { list: ['10.0.0.0/8', null] },
    { list: ['10.0.0.0/8', 'x'] },
    { list: ['::/0', '::/0', '::/0', '::/0'] },
    { set: [{ name: 'a' }, {}] },
    { set: [null] },
    { map: { '0c:20:12:ff:00:00': { ip: 'a' } } },
    { map: { '0c:20:12:ff:00:00': {}, '0C-20-12-FF-00-00': {} } },
    { map: { x: {} } },
    { map: { '0c:20:12:ff:00:00': null, 1: null, 2: null } },
  ])('%j', value => {
    const { quick, exact } = answersAbout(value);
    expect(quick).toEqual(exact);
  });

  it('find the examples of every kind sound', () => {
    for (const object of exampleFabric())
      expect([object, isSound(object.spec, kindOf(object)!.spec)]).toEqual([
        object,
        true,
      ]);
  });
});

function placesIn(
  value: unknown,
  path: (string | number)[] = [],
): (string | number)[][] {
  const own = path.length > 0 ? [path] : [];
  if (typeof value !== 'object' || value === null) return own;
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, part]) =>
      placesIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}
