import {
  canonicalize,
  findKind,
  jsonSchemaOf,
  kinds,
  printYaml,
  readYaml,
  validateFabric,
  validateObject,
  type KubernetesObject,
} from '@cnoc/hedgehog';
import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv/dist/2020';
import { dump, loadAll } from 'js-yaml';
import type { Fixtures } from './fixture';
import { measure } from './measure';
import type { Row } from './report';

/** B10: YAML to canonical, checked objects. */
export async function reading(fixtures: Fixtures): Promise<Row[]> {
  const { objects } = fixtures.of(1_000);
  const text = objects.map(printYaml).join('---\n');
  const checks = compileSchemas();
  const [ours, baseline] = await measure([
    {
      name: 'CNOC',
      run: () => {
        const { objects: read, diagnostics } = readYaml(text, { file: 'f' });
        for (const { object } of read) {
          canonicalize(object);
          diagnostics.push(...validateObject(object));
        }
        expectNone(diagnostics.filter(({ severity }) => severity !== 'info'));
      },
    },
    {
      name: 'js-yaml and ajv',
      run: () => {
        for (const object of loadAll(text) as KubernetesObject[]) {
          checks.get(object.kind)!(object);
        }
      },
    },
  ]);
  return [
    {
      id: 'B10',
      what: 'read, normalise and check 1,000 documents',
      ours,
      baseline: { name: 'js-yaml and ajv', figures: baseline },
      atMost: 1.4,
      note: 'the baseline knows no line numbers, budgets or kubectl’s scalars, and neither defaults nor normalises.',
    },
  ];
}

/** B11: one object, over and over. */
export async function checkingOne(fixtures: Fixtures): Promise<Row[]> {
  const object = fixtures.of(1_000).objects.find(one => one.kind === 'VPC')!;
  const check = compileSchemas().get('VPC')!;
  const times = (run: () => void) => () => {
    for (let count = 0; count < 10_000; count++) run();
  };
  const [ours, baseline] = await measure([
    { name: 'CNOC', run: times(() => expectNone(validateObject(object))) },
    { name: 'ajv', run: times(() => void check(object)) },
  ]);
  return [
    {
      id: 'B11',
      what: '10,000 × check a VPC (goal also under 68 ms)',
      ours,
      baseline: { name: 'ajv alone', figures: baseline },
      atMost: 10,
      note: 'the baseline knows types, forms and limits only; CNOC also gives rules, paths and hints.',
    },
  ];
}

/** B12: all rules over a whole fabric. */
export async function checkingAll(fixtures: Fixtures): Promise<Row[]> {
  const { objects } = fixtures.of(10_000);
  const sourced = objects.map((object, index) => ({
    object,
    file: 'fabric.yaml',
    line: index + 1,
  }));
  const text = JSON.stringify(objects);
  const [ours, baseline] = await measure([
    {
      name: 'CNOC',
      run: () =>
        expectNone(
          validateFabric(sourced).filter(({ severity }) => severity !== 'info'),
        ),
    },
    { name: 'JSON.parse', run: () => void JSON.parse(text) },
  ]);
  return [
    {
      id: 'B12',
      what: 'all rules over 10,000 objects',
      ours,
      baseline: { name: 'JSON.parse of the fabric', figures: baseline },
      atMost: 8,
      note: 'the baseline checks nothing; it stands for one look at every value.',
    },
  ];
}

/** B13: an object to YAML. */
export async function printing(fixtures: Fixtures): Promise<Row[]> {
  const { objects } = fixtures.of(1_000);
  const [ours, baseline] = await measure([
    { name: 'CNOC', run: () => void objects.map(printYaml) },
    {
      name: 'js-yaml',
      run: () => void objects.map(object => dump(object)),
    },
  ]);
  return [
    {
      id: 'B13',
      what: 'print 1,000 objects as YAML',
      ours,
      baseline: { name: 'js-yaml dump', figures: baseline },
      atMost: 1.35,
      note: 'CNOC orders the keys as people write them.',
    },
  ];
}

function compileSchemas(): Map<string, ValidateFunction> {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  return new Map(
    kinds.map(({ kind }) => [kind, ajv.compile(jsonSchemaOf(findKind(kind)!))]),
  );
}

function expectNone(found: readonly { rule: string; message: string }[]): void {
  if (found.length > 0) {
    throw new Error(
      `The fixture is not valid: ${found[0].rule}: ${found[0].message}`,
    );
  }
}
