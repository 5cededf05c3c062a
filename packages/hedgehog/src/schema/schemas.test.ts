import Ajv from 'ajv/dist/2020';
import { join } from 'node:path';
import {
  compareSchemas,
  jsonSchemaOf,
  kinds,
  readYaml,
  shapeOfSchema,
  validateObject,
} from '..';
import { build, smallFabric } from '../__testUtils__/build';
import {
  filesBelow,
  hedgehogData,
  readText,
  suiteWith,
} from '../__testUtils__/sharedData';
import { exampleFabric } from '../validate/exampleFabric';
import { JsonMap } from '../model/json';
import { releaseFields } from '../releases/releaseFields';

const ajv = new Ajv({ strict: true, allowUnionTypes: true });
const validators = new Map(
  kinds.map(kind => [kind.kind, ajv.compile(jsonSchemaOf(kind))]),
);

describe('jsonSchemaOf', () => {
  it.each(
    [...exampleFabric(), ...smallFabric()].map(
      object => [`${object.kind} ${object.metadata.name}`, object] as const,
    ),
  )('accepts %s', (_, object) => {
    const validate = validators.get(object.kind)!;
    validate(object);
    expect(validate.errors).toBeNull();
  });

  it.each([
    ['unknown field', build('Server', 'a', { colour: 'red' })],
    ['wrong type', build('Server', 'a', { description: 5 })],
    ['wrong value', build('Switch', 'a', { role: 'leaf', profile: 'vs' })],
    ['no spec', build('VPC', 'a')],
    ['long name', build('External', 'default--5835', {})],
    ['wrong namespace', build('Server', 'a', {}, { namespace: 'fab' })],
  ])('refuses: %s', (_, object) => {
    expect(validators.get(object.kind)!(object)).toBe(false);
  });

  it('describes every field', () => {
    const undescribed = (schema: JsonMap, path: string): string[] => [
      ...(typeof schema.description === 'string' ? [] : [path]),
      ...Object.entries((schema.properties as JsonMap) ?? {}).flatMap(
        ([name, part]) => undescribed(part as JsonMap, `${path}.${name}`),
      ),
    ];
    expect(
      kinds.flatMap(kind =>
        undescribed(
          (jsonSchemaOf(kind).properties as JsonMap).spec as JsonMap,
          kind.kind,
        ),
      ),
    ).toEqual([]);
  });

  it('knows its kinds only', () => {
    expect(() => jsonSchemaOf('Pod')).toThrow('There is no kind Pod');
    expect(() => compareSchemas('Pod', {})).toThrow('There is no kind Pod');
  });
});

const crds = join(hedgehogData, 'crds');
function served(set: string): Map<string, JsonMap> {
  const found = new Map<string, JsonMap>();
  for (const file of filesBelow(join(crds, set))) {
    const [{ object }] = readYaml(readText(join(crds, set, file)), {
      file,
    }).objects;
    const { names, versions } = object.spec as {
      names: { kind: string };
      versions: { schema: { openAPIV3Schema: JsonMap } }[];
    };
    found.set(names.kind, versions[0].schema.openAPIV3Schema);
  }
  return found;
}
function differences(set: string): string[] {
  const schemas = served(set);
  return kinds.flatMap(({ kind }) => {
    const schema = schemas.get(kind);
    return schema
      ? compareSchemas(kind, schema).map(
          ({ path, change, served: theirs = '', builtIn = '' }) =>
            `${kind} ${path} ${change} ${theirs}|${builtIn}`,
        )
      : [`${kind} is not served`];
  });
}

suiteWith(crds)('C12: served schemas (need the shared data)', () => {
  it('differences of the newest CRDs are these', () => {
    expect(differences('fabric')).toMatchInlineSnapshot(`
      [
        "IPv4Namespace spec.subnets limits 1 to 20|1 to 10",
        "Switch spec.portLocators removed |map",
        "VPC spec.subnets.*.hostBGPExtraPrefixes removed |map",
        "VPC spec.subnets.*.hostBGPMaxPrefixLen removed |integer",
        "VPC spec.subnets.*.hostBGPMinPrefixLen removed |integer",
      ]
    `);
  });

  it.each([
    'history/v0.120.3',
    'history/v0.115.4',
    'history/v0.96.4',
    'history/v0.81.1',
  ])(
    '%s: every difference in fields is known to the table of releases',
    set => {
      const release = (
        {
          'history/v0.120.3': '26.02',
          'history/v0.115.4': '26.01',
          'history/v0.96.4': '25.05',
          'history/v0.81.1': '25.03',
        } as Record<string, string>
      )[set];
      const expected = releaseFields
        .filter(({ since }) => since > release)
        .map(({ kind, path }) => `${kind} ${path}`);
      const found = [...served(set)].flatMap(([kind, schema]) =>
        kinds.some(known => known.kind === kind)
          ? compareSchemas(kind, schema)
              .filter(({ change }) => change === 'removed' || change === 'type')
              .map(({ path }) => `${kind} ${path}`)
          : [],
      );
      const gone = kinds
        .filter(({ kind }) => !served(set).has(kind))
        .map(({ kind }) => `${kind} spec`);
      expect([...found, ...gone].sort()).toEqual(
        expected
          .filter(
            one =>
              !gone.some(kind => one !== kind && one.startsWith(`${kind}.`)),
          )
          .sort(),
      );
    },
  );

  it('a served schema can stand in for the built-in shape', () => {
    const shape = shapeOfSchema('VPC', served('history/v0.81.1').get('VPC')!)!;
    const object = build('VPC', 'a', {
      subnets: { a: { subnet: '10.0.1.0/24', hostBGP: true, vlan: 5 } },
    });
    expect(validateObject(object, { shapes: { VPC: shape } })).toMatchObject([
      { rule: 'field.unknown', path: 'spec.subnets.a.hostBGP' },
    ]);
    expect(validateObject(object)).toEqual([]);
  });

  it('the example fabric fits the shapes of the newest CRDs', () => {
    const schemas = served('fabric');
    const shapes = Object.fromEntries(
      kinds.map(({ kind }) => [kind, shapeOfSchema(kind, schemas.get(kind)!)!]),
    );
    expect(
      exampleFabric().flatMap(object => validateObject(object, { shapes })),
    ).toEqual([]);
  });
});
