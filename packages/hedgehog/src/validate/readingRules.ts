import { Severity } from '../model/Severity';

/** A rule of reading files, before anything is known of what is in them. */
export interface ReadingRule {
  /** `yaml.<name>`, as diagnostics name it. */
  id: string;
  severity: Severity;
  sentence: string;
  /** Text that it lets pass. */
  accepts: string;
  /** Text, or bytes, in which it finds something. */
  refuses: string | Uint8Array;
}

const object = (metadata = 'name: a') =>
  `apiVersion: wiring.githedgehog.com/v1beta1\nkind: Server\nmetadata:\n  ${metadata}\n`;
const annotated = (value: string) => object(`name: a\n  annotations: ${value}`);
const plain = object();
const nested = (depth: number) =>
  annotated(`${'['.repeat(depth)}${']'.repeat(depth)}`);

/** Every rule of reading. `critical`: kubectl refuses the file, too, or CNOC's budgets do. */
export const readingRules: readonly ReadingRule[] = [
  {
    id: 'yaml.alias',
    severity: 'critical',
    sentence: 'An alias names an anchor that is set above it.',
    accepts: annotated('{a: &x b, c: *x}'),
    refuses: annotated('{c: *x}'),
  },
  {
    id: 'yaml.controlCharacter',
    severity: 'critical',
    sentence: 'A file holds no control characters.',
    accepts: plain,
    refuses: annotated('{a: "\u0007"}'),
  },
  {
    id: 'yaml.cycle',
    severity: 'critical',
    sentence: 'No value contains itself.',
    accepts: annotated('{a: &x [b], c: *x}'),
    refuses: annotated('&x {a: *x}'),
  },
  {
    id: 'yaml.depth',
    severity: 'critical',
    sentence: 'Maps and lists are not nested deeper than the budget allows.',
    accepts: nested(10),
    refuses: nested(500),
  },
  {
    id: 'yaml.directive',
    severity: 'critical',
    sentence:
      'There are no % directives, which kubectl does not accept either.',
    accepts: plain,
    refuses: `%YAML 1.2\n---\n${plain}`,
  },
  {
    id: 'yaml.duplicateKey',
    severity: 'critical',
    sentence: 'A key is set once in a map.',
    accepts: annotated('{a: "1", b: "2"}'),
    refuses: annotated('{a: "1", a: "2"}'),
  },
  {
    id: 'yaml.encoding',
    severity: 'critical',
    sentence: 'A file is UTF-8.',
    accepts: annotated('{a: "é"}'),
    refuses: new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0x0a]),
  },
  {
    id: 'yaml.incomplete',
    severity: 'critical',
    sentence: 'An object has apiVersion, kind and metadata.name.',
    accepts: plain,
    refuses: object('labels: {}'),
  },
  {
    id: 'yaml.key',
    severity: 'critical',
    sentence:
      'Keys are simple values, and none that could reach the program (such as __proto__).',
    accepts: annotated('{proto: x}'),
    refuses: annotated('{__proto__: x}'),
  },
  {
    id: 'yaml.longInteger',
    severity: 'warning',
    sentence:
      'An integer beyond 2^53 is kept as text, so that no digit is lost.',
    accepts: annotated('{a: 9007199254740991}'),
    refuses: annotated('{a: 123456789012345678}'),
  },
  {
    id: 'yaml.merge',
    severity: 'critical',
    sentence: 'A merge key << takes a map or a list of maps.',
    accepts: annotated('{<<: {a: b}}'),
    refuses: annotated('{<<: a}'),
  },
  {
    id: 'yaml.notAnObject',
    severity: 'critical',
    sentence: 'A document, and each item of a List, is an object.',
    accepts: plain,
    refuses: 'just text\n',
  },
  {
    id: 'yaml.notKubernetes',
    severity: 'warning',
    sentence: 'A document with neither apiVersion nor kind is left out.',
    accepts: plain,
    refuses: 'a: b\n',
  },
  {
    id: 'yaml.sameKey',
    severity: 'warning',
    sentence:
      'A key that is written quoted and unquoted is one key; the last one counts.',
    accepts: annotated('{"1": a, 2: b}'),
    refuses: annotated('{"1": a, 1: b}'),
  },
  {
    id: 'yaml.separator',
    severity: 'critical',
    sentence: 'Between documents is a line that holds only ---.',
    accepts: `${plain}---\n${object('name: b')}`,
    refuses: `${plain}...\n${object('name: b')}`,
  },
  {
    id: 'yaml.size',
    severity: 'critical',
    sentence:
      'A file keeps to the budgets of bytes, documents, values and aliases.',
    accepts: plain,
    refuses: '---\na: b\n'.repeat(30_000),
  },
  {
    id: 'yaml.syntax',
    severity: 'critical',
    sentence: 'A file is YAML, or JSON.',
    accepts: '{"apiVersion": "x/v1", "kind": "X", "metadata": {"name": "a"}}',
    refuses: annotated('{a: [b'),
  },
  {
    id: 'yaml.tag',
    severity: 'critical',
    sentence: 'Values have no tags (!…) but those that YAML itself implies.',
    accepts: annotated('{a: !!str b}'),
    refuses: annotated('{a: !secret b}'),
  },
  {
    id: 'yaml.unsupported',
    severity: 'critical',
    sentence:
      'Sources that a program has to render first (Helm, Kustomize, Jsonnet) are told apart from objects.',
    accepts: plain,
    refuses: annotated('{{ .Values.annotations }}'),
  },
  {
    id: 'yaml.value',
    severity: 'critical',
    sentence: 'A value can be read as what its form says it is.',
    accepts: annotated('{a: !!int "12"}'),
    refuses: annotated('{a: !!int "x"}'),
  },
];
