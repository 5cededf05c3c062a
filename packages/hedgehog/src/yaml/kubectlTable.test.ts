import { join } from 'node:path';
import { suiteWith, qualityData, readText } from '../__testUtils__/sharedData';
import { readYaml } from './readYaml';

interface Row {
  case?: string;
  yaml?: string;
  document?: string;
  reads: unknown;
}

const file = join(qualityData, 'yaml-as-kubectl.json');
/** The reading of `spec`, or the rules that refuse the document. */
function readSpec(spec: string): { value?: unknown; refused?: string[] } {
  const header = 'apiVersion: t.dev/v1\nkind: Any\nmetadata:\n  name: a\n';
  const { objects, diagnostics } = readYaml(header + spec, { file: 'x.yaml' });
  const critical = diagnostics.filter(
    ({ severity }) => severity === 'critical',
  );
  if (critical.length > 0) return { refused: critical.map(({ rule }) => rule) };
  return { value: objects[0].object.spec };
}

/** Integers that a JavaScript number cannot hold are kept as digits. */
function matches(actual: unknown, expected: unknown): boolean {
  if (
    typeof expected === 'number' &&
    !Number.isSafeInteger(expected) &&
    Number.isInteger(expected)
  ) {
    return typeof actual === 'string' && Number(actual) === expected;
  }
  return (
    JSON.stringify(sortKeys(actual)) === JSON.stringify(sortKeys(expected))
  );
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sortKeys(v)]),
  );
}

/** Rows where CNOC is stricter on purpose, with the rule that refuses. */
const stricter: Record<string, string> = {
  'duplicate key': 'yaml.duplicateKey',
  'duplicate key nested in list': 'yaml.duplicateKey',
  'custom tag': 'yaml.tag',
  'js function tag': 'yaml.tag',
  'proto key': 'yaml.key',
};

suiteWith(file)(
  'Y8: YAML is read exactly as kubectl reads it (needs the shared table)',
  () => {
    const table = () =>
      JSON.parse(readText(file)) as { scalars: Row[]; structure: Row[] };

    it('all scalars', () => {
      const wrong = table().scalars.flatMap(({ yaml, reads }) => {
        const { value, refused } = readSpec(`spec:\n  v: ${yaml}\n`);
        const isRight =
          typeof reads === 'string' && reads.startsWith('ERROR')
            ? refused !== undefined
            : refused === undefined &&
              matches((value as { v: unknown }).v, reads);
        return isRight ? [] : [{ yaml, reads, value, refused }];
      });
      expect(wrong).toEqual([]);
    });

    it('all structures', () => {
      const wrong = table()
        .structure.filter(row => row.yaml !== undefined)
        .flatMap(row => {
          const { value, refused } = readSpec(row.yaml as string);
          const rule = stricter[row.case as string];
          let isRight = refused === undefined && matches(value, row.reads);
          if (rule) isRight = refused?.join() === rule;
          else if (typeof row.reads === 'string')
            isRight = refused !== undefined;
          return isRight ? [] : [{ ...row, value, refused }];
        });
      expect(wrong).toEqual([]);
    });

    it('all documents', () => {
      const wrong = table()
        .structure.filter(row => row.document !== undefined)
        .flatMap(row => {
          const { objects, diagnostics } = readYaml(row.document as string, {
            file: 'x.yaml',
          });
          const names = objects.map(
            ({ object }) => `any.t.dev/${object.metadata.name}`,
          );
          const expected = row.reads as
            | string[]
            | { printed: string[]; error: string };
          const printed = Array.isArray(expected) ? expected : expected.printed;
          // An empty file is kubectl's error "no objects passed"; here it simply holds no objects.
          const mayFail = !Array.isArray(expected);
          const mustFail =
            mayFail && !expected.error.includes('no objects passed');
          const failed = diagnostics.some(
            ({ severity }) => severity === 'critical',
          );
          const isRight =
            JSON.stringify(names) === JSON.stringify(printed) &&
            failed === mustFail;
          return isRight ? [] : [{ ...row, names, diagnostics }];
        });
      expect(wrong).toEqual([]);
    });
  },
);
