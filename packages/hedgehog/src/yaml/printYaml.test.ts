import fc from 'fast-check';
import { printYaml, readYaml } from '..';
import { build } from '../__testUtils__/build';

describe('printYaml', () => {
  it('puts apiVersion, kind, metadata and spec first and keeps the rest', () => {
    const object = {
      status: {},
      spec: { b: 1, a: [{ x: 1 }] },
      extra: 1,
      metadata: { name: 'a' },
      kind: 'Any',
      apiVersion: 't.dev/v1',
    };
    expect(printYaml(object)).toBe(
      'apiVersion: t.dev/v1\nkind: Any\nmetadata:\n  name: a\nspec:\n  b: 1\n  a:\n    - x: 1\nstatus: {}\nextra: 1\n',
    );
  });

  it('quotes texts that kubectl would read as something else', () => {
    const texts = [
      'no',
      'y',
      'On',
      '012',
      '0x1F',
      '1_000',
      '1e3',
      '1.10',
      '~',
      '',
      'null',
      '.inf',
      '<<',
      '=',
      '- a',
      'a: b',
      '# a',
      '{{ x }}',
      '9007199254740993',
      '2001-12-14',
      ' padded ',
    ];
    const object = build('Server', 'a', {
      texts,
      keys: Object.fromEntries(texts.map(text => [text, 1])),
    });
    const { objects, diagnostics } = readYaml(printYaml(object), {
      file: 'x.yaml',
    });
    expect(diagnostics).toEqual([]);
    expect(objects[0].object).toEqual(object);
  });

  it('prints long and multi-line texts so that they come back', () => {
    const object = build('Server', 'a', {
      description: `${'word '.repeat(60)}\nline\n\n  indented\n`,
      same: [{ a: 1 }],
    });
    expect(
      readYaml(printYaml(object), { file: 'x.yaml' }).objects[0].object,
    ).toEqual(object);
  });

  it('prints shared parts in full, without anchors', () => {
    const part = { a: 1 };
    expect(printYaml(build('Server', 'a', { x: part, y: part }))).not.toMatch(
      /[&*]/,
    );
  });

  it('prints any text, as a value or a key, so that it comes back', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({
        unit: fc.constantFrom(
          ...' \n\t:-#"\'\\{}[]&*!|>%@`,?~=<.0179eExaonys+_/',
        ),
        maxLength: 12,
      }),
    );
    fc.assert(
      fc.property(text, text, (value, key) => {
        // Refused by the reader, quoted or not.
        fc.pre(!['__proto__', 'constructor', 'prototype'].includes(key));
        const object = build('Server', 'a', {
          value,
          list: [value, [value], { [key]: value }],
        });
        const { objects, diagnostics } = readYaml(printYaml(object), {
          file: 'x.yaml',
        });
        expect(diagnostics).toEqual([]);
        expect(objects[0].object).toEqual(object);
      }),
      { numRuns: 2000 },
    );
  });
});
