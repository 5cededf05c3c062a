import { Diagnostic } from '../model/Diagnostic';
import { documentWith, PROMPTLY, timed } from '../__testUtils__/stress';
import { readYaml } from './readYaml';

const file = 'fabrics/lab/network.yaml';
const read = (text: string | Uint8Array, limits = {}) =>
  readYaml(text, { file, limits });
const names = (text: string | Uint8Array) =>
  read(text).objects.map(({ object }) => object.metadata.name);
const rules = ({ diagnostics }: { diagnostics: Diagnostic[] }) =>
  diagnostics.map(({ rule, severity, line }) => `${severity} ${rule} @${line}`);
const spec = (text: string) => {
  const { objects, diagnostics } = read(documentWith(text));
  expect(diagnostics).toEqual([]);
  return objects[0].object.spec;
};

describe('readYaml', () => {
  it('keeps file and line of every object, comments and separators counted', () => {
    const text = `# a comment\n---\n\n# another\napiVersion: t.dev/v1\nkind: Any\nmetadata: {name: a}\n--- # next\nkind: Any\napiVersion: t.dev/v1\nmetadata: {name: b}\n`;
    expect(
      read(text).objects.map(({ object, line, file: from }) => [
        object.metadata.name,
        from,
        line,
      ]),
    ).toEqual([
      ['a', file, 5],
      ['b', file, 9],
    ]);
  });

  it('keeps the line of each item of a List', () => {
    const text =
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: t.dev/v1\n  kind: Any\n  metadata: {name: a}\n- kind: Any\n  apiVersion: t.dev/v1\n  metadata: {name: b}\n';
    expect(read(text).objects.map(({ line }) => line)).toEqual([4, 7]);
  });

  it('reads the other documents of a file that has a broken one', () => {
    const result = read(
      `${documentWith('  a: 1', 'first')}---\n{oops\n---\n${documentWith(
        '  a: 1',
        'third',
      )}`,
    );
    expect(
      result.objects.map(({ object, line }) => [object.metadata.name, line]),
    ).toEqual([
      ['first', 1],
      ['third', 10],
    ]);
    expect(rules(result)).toEqual(['critical yaml.syntax @8']);
  });

  it('gives merge keys their meaning: own keys first, then earlier maps', () => {
    expect(
      spec(
        '  a: &a {x: 1, z: 9}\n  b: &b {x: 2, w: 3}\n  c:\n    <<: [*a, *b]\n    z: 0',
      ),
    ).toMatchObject({
      c: { x: 1, z: 0, w: 3 },
    });
  });

  it('refuses a merge key that merges no map', () => {
    expect(rules(read(documentWith('  c:\n    <<: 1')))).toEqual([
      'critical yaml.merge @7',
    ]);
  });

  it('stops at the number of diagnostics that still help', () => {
    expect(read('{oops\n---\n'.repeat(500)).diagnostics).toHaveLength(100);
  });
});

describe('Y: bad inputs', () => {
  const bomb = (levels: number, width: number) =>
    `  l0: &l0 [x, x]\n${Array.from(
      { length: levels },
      (_, i) =>
        `  l${i + 1}: &l${i + 1} [${Array(width).fill(`*l${i}`).join(', ')}]`,
    ).join('\n')}`;

  it('Y1: alias bomb → refused by the budget of expanded values, with the line', () => {
    const text = documentWith(bomb(9, 9));
    expect(text.length).toBeLessThan(600);
    let result = read('');
    expect(
      timed(() => {
        result = read(text);
      }),
    ).toBeLessThan(PROMPTLY);
    expect(rules(result)).toEqual(['critical yaml.size @10']);
    expect(result.objects).toEqual([]);
  });

  it('Y1: the budget of values also holds without aliases', () => {
    const text = documentWith(`  l: [${Array(500).fill('1').join(', ')}]`);
    expect(rules(readYaml(text, { file, limits: { maxNodes: 400 } }))).toEqual([
      'critical yaml.size @6',
    ]);
    expect(
      readYaml(text, { file, limits: { maxNodes: 600 } }).diagnostics,
    ).toEqual([]);
  });

  it('Y2: merge-key bomb of 27 KB → refused within 100 ms', () => {
    const keys = Array.from({ length: 200 }, (_, i) => `k${i}: 1`).join(', ');
    const text = documentWith(
      `  a: &a {${keys}}\n  b:\n    <<: [${Array(6000).fill('*a').join(', ')}]`,
    );
    expect(text.length).toBeGreaterThan(25_000);
    read(text);
    let result = read('');
    expect(
      timed(() => {
        result = read(text);
      }),
    ).toBeLessThan(PROMPTLY);
    expect(rules(result)).toEqual(['critical yaml.size @8']);
  });

  it('Y2: few aliases to large maps are counted by what they merge', () => {
    const keys = Array.from({ length: 200 }, (_, i) => `k${i}: 1`).join(', ');
    const text = documentWith(
      `  a: &a {${keys}}\n  b:\n    <<: [${Array(200).fill('*a').join(', ')}]`,
    );
    expect(rules(read(text))).toEqual(['critical yaml.size @8']);
  });

  it('Y3: a value that contains itself → refused with the line', () => {
    expect(rules(read(documentWith('  a: &a\n    b: [*a]')))).toEqual([
      'critical yaml.cycle @7',
    ]);
    expect(rules(read(documentWith('  a: &a {<<: *a}')))).toEqual([
      'critical yaml.cycle @6',
    ]);
  });

  it.each([
    ['flow lists', `  a: ${'['.repeat(50_000)}`],
    ['closed flow lists', `  a: ${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['flow maps', `  a: ${'{a: '.repeat(50_000)}`],
    ['block lists', `  ${'- '.repeat(50_000)}x`],
    ['explicit keys', `  ${'? '.repeat(50_000)}x`],
  ])(
    'Y4: 50,000 nested %s → refused without running out of stack',
    (_, text) => {
      expect(rules(read(documentWith(text)))).toEqual([
        'critical yaml.depth @6',
      ]);
    },
  );

  it('Y4: nesting up to the limit is read', () => {
    expect(
      read(documentWith(`  a: ${'['.repeat(60)}${']'.repeat(60)}`)).diagnostics,
    ).toEqual([]);
    expect(
      rules(read(documentWith(`  a: ${'['.repeat(66)}${']'.repeat(66)}`))),
    ).toEqual(['critical yaml.depth @6']);
  });

  it('Y5: 20 MB scalar → refused by size before anything is parsed', () => {
    const bytes = new Uint8Array(20 * 1024 * 1024).fill(0x61);
    let result = read('');
    expect(
      timed(() => {
        result = read(bytes);
      }),
    ).toBeLessThan(PROMPTLY);
    expect(rules(result)).toEqual(['critical yaml.size @1']);
    expect(rules(read('a'.repeat(9 * 1024 * 1024)))).toEqual([
      'critical yaml.size @1',
    ]);
  });

  it('Y6: 100,000 documents → refused by their number', () => {
    let result = read('');
    expect(
      timed(() => {
        result = read('---\na: 1\n'.repeat(100_000));
      }),
    ).toBeLessThan(PROMPTLY);
    expect(rules(result)).toEqual(['critical yaml.size @1']);
  });

  it('Y7: duplicate keys → error that names both lines', () => {
    const { diagnostics, objects } = read(
      documentWith('  vlan: 1\n  other: 2\n  vlan: 3'),
    );
    expect(diagnostics).toMatchObject([{ rule: 'yaml.duplicateKey', line: 8 }]);
    expect(diagnostics[0].message).toContain('line 6 and at line 8');
    expect(objects).toEqual([]);
  });

  it.each([
    '{a: 1, a: 2}',
    '{yes: 1, true: 2}',
    '{1: a, 0x1: b}',
    '{<<: {b: 1}, <<: {c: 1}}',
  ])('Y7: %s is refused', text => {
    expect(rules(read(documentWith(`  v: ${text}`)))).toEqual([
      'critical yaml.duplicateKey @6',
    ]);
  });

  it('Y8: a key written quoted and unquoted counts once, with a warning', () => {
    const { objects, diagnostics } = read(documentWith("  1: x\n  '1': z"));
    expect(objects[0].object.spec).toEqual({ 1: 'z' });
    expect(diagnostics).toMatchObject([
      { rule: 'yaml.sameKey', severity: 'warning', line: 7 },
    ]);
  });

  it.each([
    ['9007199254740993', '9007199254740993'],
    ['-9007199254740993', '-9007199254740993'],
    ['0xFFFFFFFFFFFFFFFF', '18446744073709551615'],
    ['123_456_789_012_345_678_901', '123456789012345678901'],
  ])('Y8: %s keeps its digits', (text, digits) => {
    const { objects, diagnostics } = read(documentWith(`  v: ${text}`));
    expect(objects[0].object.spec).toEqual({ v: digits });
    expect(diagnostics).toMatchObject([
      { rule: 'yaml.longInteger', severity: 'warning', line: 6 },
    ]);
  });

  it.each([
    ['no', false],
    ['Yes', true],
    ['y', true],
    ['oFF', 'oFF'],
    ['012', 10],
    ['0o12', 10],
    ['0b11', 3],
    ['-0x1F', -31],
    ['1_000', 1000],
    ['_1', '_1'],
    ['08', 8],
    ['+.5', 0.5],
    ['1e400', '1e400'],
    ['12e03', 12000],
    ['0x', '0x'],
    ['0b2', '0b2'],
    ['2001-12-14', '2001-12-14'],
    ['12:30:45', '12:30:45'],
    ['Null', null],
    ['nUll', 'nUll'],
    ['"012"', '012'],
    ["'no'", 'no'],
    ['!!str 012', '012'],
    ['!!int "0x10"', 16],
    ['!!float 3', 3],
    ['!!bool "no"', false],
    ['!!null ""', null],
    ['!!binary aGk=', 'hi'],
    ['! 12', '12'],
    ['!!set {x, y}', { x: null, true: null }],
    ['[a: 1]', [{ a: 1 }]],
  ])('Y8: %s is read as kubectl reads it', (text, value) => {
    expect(spec(`  v: ${text}`)).toEqual({ v: value });
  });

  it('Y8: an empty place in a list is refused', () => {
    expect(rules(read(documentWith('  v: [a, , b]')))).toEqual([
      'critical yaml.syntax @6',
    ]);
  });

  it.each([
    '!!int x',
    '!!bool 1',
    '!!float x',
    '!!null x',
    '!!binary "***"',
    '.inf',
    '-.INF',
    '.nan',
  ])('Y8: %s cannot be read', text => {
    expect(rules(read(documentWith(`  v: ${text}`)))).toEqual([
      'critical yaml.value @6',
    ]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'Y9: the key %s is refused anywhere',
    key => {
      const texts = [
        `  ${key}: {polluted: true}`,
        `  a: [{b: {${key}: 1}}]`,
        `  a: &a {"${key}": 1}\n  <<: *a`,
      ];
      for (const text of texts) {
        const result = read(documentWith(text));
        expect(rules(result)).toEqual(['critical yaml.key @6']);
        expect(result.objects).toEqual([]);
      }
      expect(
        read(`{"apiVersion": "v1", "${key}": {"polluted": true}}`).objects,
      ).toEqual([]);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  it.each([
    '!foo x',
    "!!js/function 'function(){}'",
    '!foo [a]',
    '!foo {a: 1}',
    '!!omap [a: 1]',
    '!<tag:example.org,2026:x> 1',
  ])('Y10: the tag in %s is refused', text => {
    expect(rules(read(documentWith(`  v: ${text}`)))).toEqual([
      'critical yaml.tag @6',
    ]);
  });

  describe('Y11: encodings and characters', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);

    it('reads UTF-8 bytes, with or without byte order mark, with CRLF', () => {
      expect(names(bytes(documentWith('  a: é')))).toEqual(['a']);
      expect(names(bytes(`\ufeff${documentWith('  a: 1')}`))).toEqual(['a']);
      expect(names(`\ufeff${documentWith('  a: 1')}`)).toEqual(['a']);
      const crlf = read(
        `${documentWith('  a: 1')}---\n${documentWith(
          '  b: 2',
          'b',
        )}`.replaceAll('\n', '\r\n'),
      );
      expect(
        crlf.objects.map(({ object, line }) => [
          object.metadata.name,
          object.spec,
          line,
        ]),
      ).toEqual([
        ['a', { a: 1 }, 1],
        ['b', { b: 2 }, 8],
      ]);
    });

    it('refuses invalid UTF-8 with the line', () => {
      const broken = new Uint8Array([
        ...bytes('a: 1\nb: '),
        0xff,
        0xfe,
        ...bytes('\n'),
      ]);
      expect(rules(read(broken))).toEqual(['critical yaml.encoding @2']);
    });

    it.each(['le', 'be'])('refuses UTF-16 %s', order => {
      for (const mark of ['\ufeff', '']) {
        const codes = [...`${mark}a: 1\n`].map(char => char.charCodeAt(0));
        const utf16 = new Uint8Array(
          codes.flatMap(code =>
            order === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255],
          ),
        );
        expect(rules(read(utf16))).toEqual(['critical yaml.encoding @1']);
      }
    });

    it('refuses NUL, other control characters and half characters with the line', () => {
      expect(rules(read('a: 1\nb: x\u0000y'))).toEqual([
        'critical yaml.controlCharacter @2',
      ]);
      expect(rules(read('a: 1\n\nb: \u001b[31m'))).toEqual([
        'critical yaml.controlCharacter @3',
      ]);
      expect(rules(read('a: 1\nb: \ud800'))).toEqual([
        'critical yaml.encoding @2',
      ]);
      expect(rules(read(documentWith('  a: "\\ud800"')))).toEqual([
        'critical yaml.encoding @6',
      ]);
      expect(rules(read(documentWith('  a: "\\ude00"')))).toEqual([
        'critical yaml.encoding @6',
      ]);
    });

    it('reads escapes as kubectl does', () => {
      expect(spec('  a: "\\u00e9\\U0001F600\\0"')).toEqual({ a: 'é😀\u0000' });
    });

    it('refuses a tab as indentation, takes one after a colon', () => {
      expect(rules(read(documentWith('\ta: 1')))).toEqual([
        'critical yaml.syntax @6',
      ]);
      expect(spec('  a:\t1')).toEqual({ a: 1 });
    });
  });

  describe('Y12: what a file may hold', () => {
    it('reads JSON', () => {
      expect(
        names(
          '{\n\t"apiVersion": "t.dev/v1",\n\t"kind": "Any",\n\t"metadata": {"name": "a"}\n}',
        ),
      ).toEqual(['a']);
    });

    it.each([
      '',
      '---',
      '---\n---\n',
      '# only\n---\n# comments\n',
      '\n\n',
      '--- # x\n...\n',
    ])('reads nothing from %j', text => {
      expect(read(text)).toEqual({ objects: [], diagnostics: [] });
    });

    it('takes lists apart, lists in lists, too', () => {
      const item = (name: string) =>
        `{"apiVersion": "t.dev/v1", "kind": "Any", "metadata": {"name": "${name}"}}`;
      const list = (items: string) =>
        `{"apiVersion": "v1", "kind": "List", "items": [${items}]}`;
      expect(names(list(`${item('a')}, ${list(item('b'))}`))).toEqual([
        'a',
        'b',
      ]);
      expect(
        names(
          'apiVersion: vpc.githedgehog.com/v1beta1\nkind: VPCList\nitems: []\n',
        ),
      ).toEqual([]);
      let nested = item('deep');
      for (let i = 0; i < 12; i += 1) nested = list(nested);
      expect(rules(read(nested))).toEqual(['critical yaml.depth @1']);
    });

    it('keeps `items` of other objects as their field', () => {
      expect(
        read(
          'apiVersion: t.dev/v1\nkind: Any\nmetadata: {name: a}\nitems: [{x: 1}]\n',
        ).objects[0].object.items,
      ).toEqual([{ x: 1 }]);
    });

    it.each([
      ['just text', 'critical yaml.notAnObject @1'],
      ['- a\n- b', 'critical yaml.notAnObject @1'],
      [
        'apiVersion: v1\nkind: List\nitems: [1]',
        'critical yaml.notAnObject @3',
      ],
      ['some: settings', 'warning yaml.notKubernetes @1'],
      ['kind: Any\nmetadata: {name: a}', 'critical yaml.incomplete @1'],
      ['apiVersion: v1\nmetadata: {name: a}', 'critical yaml.incomplete @1'],
      ['apiVersion: v1\nkind: Any', 'critical yaml.incomplete @1'],
      [
        'apiVersion: v1\nkind: Any\nmetadata: {name: 12}',
        'critical yaml.incomplete @1',
      ],
      [
        'apiVersion: v1\nkind: Any\nmetadata: {generateName: a-}',
        'critical yaml.incomplete @1',
      ],
    ])('says of %j: %s', (text, rule) => {
      expect(rules(read(text))).toEqual([rule]);
    });

    it('refuses a second document that has no separator line of its own', () => {
      expect(rules(read(`${documentWith('  a: 1')}...\nb: 2`))).toEqual([
        'critical yaml.separator @8',
      ]);
      expect(rules(read(`${documentWith('  a: 1')}--- text\n`))).toEqual([
        'critical yaml.separator @7',
      ]);
    });

    it('refuses a directive, as kubectl does', () => {
      expect(rules(read(`%YAML 1.1\n---\n${documentWith('  a: 1')}`))).toEqual([
        'critical yaml.directive @1',
      ]);
    });
  });

  it('Y13: a broken document between two good ones is reported as critical', () => {
    const { diagnostics } = read(
      `${documentWith('  a: 1')}---\na: [\n---\n${documentWith('  a: 1', 'b')}`,
    );
    expect(diagnostics).toMatchObject([
      { severity: 'critical', file, line: 8 },
    ]);
  });

  it.each([
    [
      'templates/vpc.yaml',
      'apiVersion: t.dev/v1\nkind: Any\nmetadata:\n  name: {{ .Values.name }}\n',
      'Helm',
    ],
    [
      'templates/vpc.yaml',
      '{{- if .Values.enabled }}\napiVersion: t.dev/v1\n{{- end }}\n',
      'Helm',
    ],
    ['templates/vpc.yaml', 'a:\n{{ include "labels" . | indent 2 }}\n', 'Helm'],
    ['x/Chart.yaml', 'apiVersion: v2\nname: fabric\nversion: 1.0.0\n', 'Helm'],
    ['x/kustomization.yaml', 'resources:\n- vpc.yaml\n', 'kustomization'],
    [
      'x/other.yaml',
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n',
      'kustomization',
    ],
    ['x/other.yaml', 'kind: Kustomization\nresources: []\n', 'kustomization'],
    ['x/vpc.jsonnet', '{a: 1}', 'Jsonnet'],
    [
      'x/vpc.yaml',
      "local lib = import 'lib.libsonnet';\n{a: lib.x}",
      'Jsonnet',
    ],
  ])('Y14: %s is unsupported, not misread (%#)', (path, text, tool) => {
    const { objects, diagnostics } = readYaml(text, { file: path });
    expect(objects).toEqual([]);
    expect(diagnostics).toMatchObject([
      { rule: 'yaml.unsupported', severity: 'critical' },
    ]);
    expect(diagnostics[0].message).toContain(tool);
  });

  it('Y14: braces inside a quoted text are just text', () => {
    expect(spec('  a: "{{ .Values.x }}"')).toEqual({ a: '{{ .Values.x }}' });
  });

  it.each([
    'stringData:\n  key: |\n    -----BEGIN KEY-----\n   hunter2-in-a-bad-indent\n',
    'data:\n  password: "hunter2\n',
    'password: hunter2: x\n',
    'password: @hunter2\n',
    'password: *hunter2\n',
    'password: !hunter2 x\n',
    'a: 1\n"hunter2 hunter2 hunter2": 1\n"hunter2 hunter2 hunter2": 2\n',
    'v: !!int hunter2\n',
  ])('Y15: no text of the file is echoed in a message (%#)', text => {
    const { diagnostics } = read(
      `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n${text}`,
    );
    expect(diagnostics).not.toEqual([]);
    expect(JSON.stringify(diagnostics)).not.toContain('hunter2');
  });
});
