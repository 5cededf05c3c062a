import type { JsonObject } from '../json';
import { applyConfiguration } from './applyConfiguration';
import { FieldSet, printFieldPath } from './FieldSet';
import { fieldsOfConfiguration } from './fieldsOf';
import { printManagers } from './managers';
import { trackUpdate } from './trackUpdate';

const actor = (manager: string) => ({
  manager,
  apiVersion: 'v1',
  time: '2026-01-01T00:00:00Z',
});

function withManagers(
  object: JsonObject,
  managers: Parameters<typeof printManagers>[0],
): JsonObject {
  return {
    ...object,
    metadata: {
      ...(object.metadata as JsonObject),
      managedFields: printManagers(managers),
    },
  };
}

/** The object after several applies, each by its manager. */
function applied(...steps: [manager: string, spec: JsonObject][]): JsonObject {
  return steps.reduce<JsonObject | undefined>((live, [manager, spec]) => {
    const result = applyConfiguration(
      live,
      { metadata: { name: 'x' }, spec },
      actor(manager),
      { force: true },
    );
    return withManagers(result.object, result.managers);
  }, undefined) as JsonObject;
}

describe('FieldSet', () => {
  it.each([
    [{ 'f:spec': { 'f:a': {}, 'f:b': { '.': {}, 'f:c': {} } } }],
    [{ 'f:metadata': { 'f:labels': { 'f:a.b/c': {} } } }],
    [{ 'f:spec': {} }],
  ])('reads and prints fieldsV1 %j', fields => {
    expect(FieldSet.fromFieldsV1(fields).toFieldsV1()).toEqual(fields);
  });

  it('prints paths as conflicts show them', () => {
    expect(printFieldPath(['metadata', 'labels', 'a.b/c'])).toBe(
      '.metadata.labels.a.b/c',
    );
  });
});

describe('the fields of a configuration', () => {
  it.each<[string, JsonObject, JsonObject]>([
    [
      'leaves',
      { spec: { a: 1, b: { c: 'x' } } },
      { 'f:spec': { 'f:a': {}, 'f:b': { 'f:c': {} } } },
    ],
    [
      'lists as wholes',
      { spec: { list: [{ a: 1 }] } },
      { 'f:spec': { 'f:list': {} } },
    ],
    ['empty maps', { spec: { boot: {} } }, { 'f:spec': { 'f:boot': {} } }],
    [
      'entries of open maps, also themselves',
      { spec: { subnets: { a: { vlan: 1 } } } },
      { 'f:spec': { 'f:subnets': { 'f:a': { '.': {}, 'f:vlan': {} } } } },
    ],
  ])('are its %s', (_what, configuration, fields) => {
    expect(fieldsOfConfiguration(configuration).toFieldsV1()).toEqual(fields);
  });
});

describe('apply', () => {
  it('merges maps and replaces lists', () => {
    const object = applied(
      ['one', { a: { x: 1 }, list: [1, 2] }],
      ['two', { a: { y: 2 }, list: [3] }],
    );
    expect(object.spec).toEqual({ a: { x: 1, y: 2 }, list: [3] });
  });

  it('keeps defaults that nobody owns', () => {
    const live = applied(['one', { a: 1 }]);
    (live.spec as JsonObject).defaulted = true;
    const { object } = applyConfiguration(
      live,
      { metadata: { name: 'x' }, spec: { a: 2 } },
      actor('one'),
      { force: false },
    );
    expect(object.spec).toEqual({ a: 2, defaulted: true });
  });

  it('removes a field that is given up, and the struct that this empties', () => {
    expect(
      applied(['one', { a: 1, boot: { mac: 'm' } }], ['one', { a: 1 }]).spec,
    ).toEqual({ a: 1 });
  });

  it('leaves a struct that still holds something', () => {
    const live = applied(['one', { a: 1, boot: { mac: 'm' } }]);
    ((live.spec as JsonObject).boot as JsonObject).serial = 'unowned';
    const { object } = applyConfiguration(
      live,
      { metadata: { name: 'x' }, spec: { a: 1 } },
      actor('one'),
      { force: false },
    );
    expect(object.spec).toEqual({ a: 1, boot: { serial: 'unowned' } });
  });

  it('removes an entry of an open map with the defaults inside, but not one that others hold a part of', () => {
    const live = applied([
      'one',
      { subnets: { a: { vlan: 1 }, b: { vlan: 2 } } },
    ]);
    const subnets = (live.spec as JsonObject).subnets as JsonObject;
    (subnets.b as JsonObject).gateway = 'a default';
    const less = {
      metadata: { name: 'x' },
      spec: { subnets: { a: { vlan: 1 } } },
    };
    expect(
      applyConfiguration(live, less, actor('one'), { force: false }).object
        .spec,
    ).toEqual({ subnets: { a: { vlan: 1 } } });

    const shared = applied(
      ['one', { subnets: { a: { vlan: 1 }, b: { vlan: 2 } } }],
      ['two', { subnets: { b: { isolated: true } } }],
    );
    expect(
      applyConfiguration(shared, less, actor('one'), { force: false }).object
        .spec,
    ).toEqual({ subnets: { a: { vlan: 1 }, b: { isolated: true } } });
  });

  it('takes a null for a field that is not mentioned', () => {
    expect(applied(['one', { a: 1, b: null }]).spec).toEqual({ a: 1 });
  });

  it('names every field and owner in conflict', () => {
    const live = applied(['one', { a: 1, b: 1 }], ['two', { c: 1 }]);
    const { conflicts } = applyConfiguration(
      live,
      { metadata: { name: 'x' }, spec: { a: 2, b: 1, c: 3 } },
      actor('three'),
      { force: false },
    );
    expect(
      conflicts.map(({ owner, path }) => [owner.manager, printFieldPath(path)]),
    ).toEqual([
      ['one', '.spec.a'],
      ['two', '.spec.c'],
    ]);
  });
});

describe('an update', () => {
  it('that creates owns the maps it made, too', () => {
    const [entry] = trackUpdate(
      undefined,
      {
        metadata: { name: 'x', labels: { a: 'b' } },
        spec: { boot: { mac: 'm' } },
      },
      actor('editor'),
    );
    expect(entry).toMatchObject({ manager: 'editor', operation: 'Update' });
    expect(entry.fields.toFieldsV1()).toEqual({
      'f:metadata': { 'f:labels': { '.': {}, 'f:a': {} } },
      'f:spec': { '.': {}, 'f:boot': { '.': {}, 'f:mac': {} } },
    });
  });

  it('that removes a field takes it from its owner and owns nothing', () => {
    const live = applied(['one', { a: 1, b: 2 }]);
    const entries = trackUpdate(
      live,
      { ...live, spec: { a: 1 } },
      actor('editor'),
    );
    expect(printManagers(entries)).toMatchObject([
      { manager: 'one', fieldsV1: { 'f:spec': { 'f:a': {} } } },
    ]);
  });

  it('that changes nothing leaves the owners alone', () => {
    const live = applied(['one', { a: 1 }]);
    expect(
      printManagers(trackUpdate(live, live, actor('editor'))),
    ).toHaveLength(1);
  });
});
