import { join } from 'node:path';
import fc from 'fast-check';
import { anyObject } from '../__testUtils__/arbitraries';
import { qualityData, readText, suiteWith } from '../__testUtils__/sharedData';
import { LineTable } from './LineTable';
import { NodeReader } from './NodeReader';
import { parseDocument } from './parseDocument';
import { lineOf } from './positions';
import { printYaml } from './printYaml';
import { readPlain } from './readPlain';
import { readYaml } from './readYaml';
import { YamlFault } from './YamlFault';

const maxDepth = 64;

/** What the exact reader makes of a document; `undefined` when it refuses it or has something to say about it. */
function readExactly(text: string) {
  const budget = { left: 1_000_000 };
  const lines = LineTable.of(text, 1);
  const reader = new NodeReader({
    budget,
    maxDepth,
    lineOf: offset => lines.lineOf(offset),
  });
  try {
    const value = reader.read(parseDocument(text, maxDepth)?.contents);
    return reader.notes.length > 0
      ? undefined
      : { value, nodes: 1_000_000 - budget.left };
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    return undefined;
  }
}

function pathsOf(
  value: unknown,
  path: (string | number)[] = [],
): (string | number)[][] {
  const below = Array.isArray(value)
    ? value.flatMap((item, index) => pathsOf(item, [...path, index]))
    : Object.entries(Object(value)).flatMap(([key, item]) =>
        typeof value === 'string' ? [] : pathsOf(item, [...path, key]),
      );
  return [path, ...below];
}

/** Every line of every object of a text. */
const linesIn = (text: string) =>
  readYaml(text, { file: 'x.yaml' }).objects.map(({ object, line }) => [
    line,
    ...pathsOf(object).map(path => lineOf(object, path)),
  ]);

/** Means nothing, and is nothing that the fast reader takes. */
const forExactReader = '\n#\t\n';

interface Reading {
  /** As text, so that the order of keys counts, too. */
  json: string;
  nodes: number;
  lines: unknown;
}

/** What both readers make of a text; of one that the fast reader leaves alone there is nothing to compare. */
function readBoth(text: string): { fast?: Reading; exact?: Partial<Reading> } {
  const plain = readPlain(text, 1, maxDepth);
  if (!plain) return {};
  const exact = readExactly(text);
  return {
    fast: {
      json: JSON.stringify(plain.value),
      nodes: plain.nodes,
      lines: linesIn(text),
    },
    exact: {
      json: JSON.stringify(exact?.value),
      nodes: exact?.nodes,
      lines: linesIn(text + forExactReader),
    },
  };
}

const header = 'apiVersion: t.dev/v1\nkind: Any\nmetadata:\n  name: a\n';

const scalars = [
  ...['a', 'no', 'Yes', 'y', 'null', '~', 'true', '012', '0x1F', '1_000'],
  ...['1e3', '1.5', '-1', '+1', '.5', '.inf', '-.nan', '0b1', '0o7', '08'],
  ...['10.0.0.0/24', '0c:20:12:00:00:01', '2001-12-14', '1:2', '1.2.3'],
  ...['9007199254740993', '1e400', 'a b', 'a: b', 'a:b', 'a:', 'a #b', 'a#b'],
  ...['"a"', "'a'", '"a\\n"', "'it''s'", '"a" b', '"', "'", '""', "''"],
  ...['{}', '[]', '{ }', '{a: 1}', '[a, b]', '{', '[', '{} x', '[]#', '[] # c'],
  ...['|', '>-', '&a b', '*a', '!!str 1', '! x', '- a', '-', '? a', '%a', '@a'],
  ...[
    '`a`',
    '<<',
    '=',
    ',',
    ']',
    '---',
    '...',
    '\\',
    '$a',
    '(a)',
    'é',
    '\u2028',
  ],
  ...['a\tb', 'a\u00a0', '\ufeff', '"a', 'a  ', 'e', 'E1/1', 'x'.repeat(300)],
];
const keys = [
  ...['a', 'b', 'c', 'key', 'no', 'y', 'null', '1', '012', '1.5', '10.0.0.0/8'],
  ...['0c:20:12:00:00:01', 'E1/1', 'a.b/c', '"a"', "'b'", '_a', '<<', 'a b'],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    '.a',
    '-a',
    '*a',
    '',
    'é',
    '1:2',
  ],
  ...['toString', 'k'.repeat(255), 'k'.repeat(257), 'k'.repeat(1025), '? a'],
];
const spaces = (max: number) => fc.nat({ max }).map(count => ' '.repeat(count));
const scalar = fc.constantFrom(...scalars);
const anyKey = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e') },
  fc.constantFrom(...keys),
);
const comment = fc.constantFrom('', '', '', '', ' # c', '# c', '#', ' #\tc');
const line = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(anyKey, fc.constant(':'), comment) },
  {
    weight: 5,
    arbitrary: fc.tuple(
      anyKey,
      fc.constantFrom(': ', ':  ', ':'),
      scalar,
      comment,
    ),
  },
  { weight: 3, arbitrary: fc.tuple(fc.constant('- '), scalar, comment) },
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constantFrom('- ', '-  ', '- - ', '-'),
      anyKey,
      fc.constantFrom(': ', ':'),
      fc.oneof(fc.constant(''), scalar),
    ),
  },
  fc.tuple(fc.constantFrom('-', '- -', '', '# c', '...', '--- x')),
  fc.tuple(scalar),
);
/** Lines at random, most of them near the column of the one before, so that many of the texts are sound. */
const anyLines = fc
  .array(fc.tuple(spaces(3), line, fc.boolean()), { maxLength: 12 })
  .map(lines => {
    let column = 0;
    return lines
      .map(([indent, parts, isBack]) => {
        column = isBack ? Math.max(0, column - 2) : column;
        const text = `${' '.repeat(column)}${indent.slice(
          0,
          indent.length === 3 ? 1 : 0,
        )}${parts.join('')}`;
        if (/:\s*$|^\s*-\s*$/.test(text)) column += 2;
        return text;
      })
      .join('\n');
  });

describe('the fast reader', () => {
  it('reads what is printed as the exact one does', () => {
    fc.assert(
      fc.property(anyObject, object => {
        const { fast, exact } = readBoth(printYaml(object));
        expect(fast).toEqual(exact);
      }),
      { numRuns: 300 },
    );
  });

  it('reads any text as the exact one does, or leaves it alone', () => {
    let taken = 0;
    fc.assert(
      fc.property(anyLines, lines => {
        const inSpec = lines.replace(/^/gm, '  ');
        for (const text of [lines, `${header}spec:\n${inSpec}`]) {
          const { fast, exact } = readBoth(text);
          expect(fast).toEqual(exact);
          if (fast) taken += 1;
        }
      }),
      { numRuns: 3000 },
    );
    // Else the property would say nothing.
    expect(taken).toBeGreaterThan(300);
  });

  it('reads a printed text with any one character changed as the exact one does, or leaves it alone', () => {
    fc.assert(
      fc.property(
        anyObject,
        fc.nat(),
        fc.nat({ max: 1 }),
        fc.constantFrom(
          ...'\n :-#"\'{}[]&*!|>%@`,?\t\r\\~.0_x',
          '\n  ',
          '\n- ',
        ),
        (object, place, length, character) => {
          const text = printYaml(object);
          const at = place % text.length;
          const { fast, exact } = readBoth(
            text.slice(0, at) + character + text.slice(at + length),
          );
          expect(fast).toEqual(exact);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each(scalars)('a value %j: as the exact one, or not at all', value => {
    const texts = [
      ...['', '# c', ' # c', '  ', '\n', '\n  b: 1', '\n   c'].map(
        end => `  a: ${value}${end}`,
      ),
      `- ${value}\n- b`,
      `- ${value}\n  b: 1`,
    ];
    for (const text of texts) {
      const { fast, exact } = readBoth(`${header}spec:\n${text}`);
      expect(fast).toEqual(exact);
    }
  });

  it.each(keys)('a key %j: as the exact one, or not at all', key => {
    const texts = [
      `  ${key}: 1\n  z: 2`,
      `- ${key}:\n    z: 2`,
      `- ${key}:\n  - z: 2`,
    ];
    for (const text of texts) {
      const { fast, exact } = readBoth(`${header}spec:\n${text}`);
      expect(fast).toEqual(exact);
    }
  });

  it.each([
    [
      'values one below the other',
      'spec:\n  a:\n    b: 1\n  c:\n\n  # x\n  d: 1',
    ],
    [
      'a list at the column of its key',
      'spec:\n  a:\n  - b\n  - c: 1\n    d:\n  e: 1',
    ],
    ['a list in a list', 'spec:\n  a:\n    - - b\n      - c\n    -\n      - d'],
    ['an item below its dash', 'spec:\n  - # x\n    a: 1\n    b: 2'],
    ['quoted values and comments', 'spec: # x\n  a: "b: c" # d\n  e: \'f\'\n'],
    ['empty maps and lists', 'spec:\n  a: {}\n  b: []   # c\n  c:'],
    ['no line end', 'spec: a'],
  ])('takes %s', (_, text) => {
    const { fast, exact } = readBoth(header + text);
    expect(fast).toBeDefined();
    expect(fast).toEqual(exact);
  });

  it.each([
    ['Y9: a key that is set twice', 'spec:\n  a: 1\n  a: 2'],
    ['a value over several lines', 'spec:\n  a: b\n    c'],
    ['an anchor', 'spec: &a\n  b: 1'],
    ['a tab', 'spec:\n  a: b\tc'],
    ['a carriage return', 'spec:\r\n  a: b\r\n'],
    ['a key of a prototype', 'spec:\n  constructor: 1'],
    ['a List', 'items:\n  - a: 1'],
    ['an integer beyond 2^53', 'spec: 9007199254740993'],
  ])('leaves %s to the exact one', (_, text) => {
    expect(readBoth(header + text).fast).toBeUndefined();
  });

  it('holds the budgets of depth and values', () => {
    const deep = (levels: number) =>
      `${header}spec:\n${Array.from(
        { length: levels },
        (_, level) => `${' '.repeat(level + 2)}a:\n`,
      ).join('')}`;
    for (let levels = 0; levels < 20; levels += 1) {
      const limits = { maxDepth: 10 };
      const [fast, exact] = ['', forExactReader].map(end =>
        readYaml(deep(levels) + end, { file: 'x.yaml', limits }),
      );
      expect(fast).toEqual(exact);
    }
    const { nodes } = readPlain(deep(3), 1, maxDepth)!;
    for (const maxNodes of [nodes - 1, nodes, 2 * nodes - 1, 2 * nodes]) {
      const limits = { maxNodes };
      const [fast, exact] = ['', forExactReader].map(end =>
        readYaml(`${deep(3)}${end}---\n${deep(3)}${end}`, {
          file: 'x.yaml',
          limits,
        }),
      );
      expect(fast.objects).toHaveLength(exact.objects.length);
      expect(fast.diagnostics.map(({ rule }) => rule)).toEqual(
        exact.diagnostics.map(({ rule }) => rule),
      );
    }
  });
});

const table = join(qualityData, 'yaml-as-kubectl.json');

suiteWith(table)('the fast reader and the shared table of kubectl', () => {
  it('agree in every row, or the row is left to the exact reader', () => {
    const { scalars: values, structure } = JSON.parse(
      readText(table),
    ) as Record<string, { yaml?: string; document?: string }[]>;
    const texts = [
      ...values.map(({ yaml }) => `${header}spec:\n  v: ${yaml}\n`),
      ...structure.map(({ yaml, document }) => document ?? header + yaml),
    ];
    for (const text of texts) {
      const { fast, exact } = readBoth(text);
      expect(fast).toEqual(exact);
    }
  });
});
