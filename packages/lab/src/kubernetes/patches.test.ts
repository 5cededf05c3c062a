import type { JsonObject } from './json';
import { jsonPatch } from './jsonPatch';
import { mergePatch } from './mergePatch';
import { StatusError } from './StatusError';

describe('merge patch', () => {
  it.each<[unknown, unknown, unknown]>([
    [{ a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { b: null }, { a: 1 }],
    [{ a: { b: 1, c: 2 } }, { a: { b: 3 } }, { a: { b: 3, c: 2 } }],
    [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
    [{ a: 'text' }, { a: { b: null, c: 1 } }, { a: { c: 1 } }],
  ])('of %j with %j gives %j', (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result);
  });
});

describe('JSON patch', () => {
  const document: JsonObject = { a: { b: [1, 2, 3] }, 'x/y': 'z', '~': 0 };

  it.each<[string, object, JsonObject]>([
    [
      'add a key',
      { op: 'add', path: '/a/c', value: 4 },
      { ...document, a: { b: [1, 2, 3], c: 4 } },
    ],
    [
      'insert into a list',
      { op: 'add', path: '/a/b/1', value: 9 },
      { ...document, a: { b: [1, 9, 2, 3] } },
    ],
    [
      'append to a list',
      { op: 'add', path: '/a/b/-', value: 9 },
      { ...document, a: { b: [1, 2, 3, 9] } },
    ],
    [
      'replace',
      { op: 'replace', path: '/a/b/0', value: 9 },
      { ...document, a: { b: [9, 2, 3] } },
    ],
    [
      'remove from a list',
      { op: 'remove', path: '/a/b/0' },
      { ...document, a: { b: [2, 3] } },
    ],
    [
      'read escaped keys',
      { op: 'replace', path: '/x~1y', value: 1 },
      { ...document, 'x/y': 1 },
    ],
    ['copy', { op: 'copy', from: '/~0', path: '/n' }, { ...document, n: 0 }],
    [
      'move',
      { op: 'move', from: '/a/b', path: '/b' },
      { a: {}, b: [1, 2, 3], 'x/y': 'z', '~': 0 },
    ],
  ])('can %s', (_what, operation, result) => {
    expect(jsonPatch(document, [operation])).toEqual(result);
    expect(document.a).toEqual({ b: [1, 2, 3] });
  });

  it.each<[unknown, number]>([
    [{ op: 'add' }, 400],
    [[{ op: 'dance', path: '/a' }], 400],
    [[{ op: 'add', path: 'a', value: 1 }], 400],
    [['x'], 400],
    [[{ op: 'remove', path: '/absent' }], 422],
    [[{ op: 'replace', path: '/a/b/7', value: 1 }], 422],
    [[{ op: 'add', path: '/absent/x', value: 1 }], 422],
    [[{ op: 'test', path: '/a', value: 1 }], 422],
    [[{ op: 'add', path: '', value: [] }], 422],
    [new Array(10_001).fill({ op: 'remove', path: '/a' }), 413],
  ])('refuses %.60j with %d', (patch, code) => {
    let error: unknown;
    try {
      jsonPatch(document, patch);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(StatusError);
    expect(error).toMatchObject({ code });
  });
});
