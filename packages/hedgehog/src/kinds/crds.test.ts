import { join } from 'node:path';
import { isMap, JsonMap } from '../model/json';
import { Field } from '../schema/Field';
import {
  filesBelow,
  hedgehogData,
  suiteWith,
  readText,
} from '../__testUtils__/sharedData';
import { readYaml } from '../yaml/readYaml';
import { controllerKinds } from './controllerKinds';
import { kinds } from '.';

const folder = join(hedgehogData, 'crds', 'fabric');

/** Fields of v0.129 that the stored CRDs (v0.126) do not have yet. */
const later = [
  'VPC spec.subnets.*.hostBGPMinPrefixLen',
  'VPC spec.subnets.*.hostBGPMaxPrefixLen',
  'VPC spec.subnets.*.hostBGPExtraPrefixes',
  'Switch spec.portLocators',
];

function crds(): JsonMap[] {
  return filesBelow(folder).flatMap(file => {
    const { objects, diagnostics } = readYaml(readText(join(folder, file)), {
      file,
    });
    expect(diagnostics).toEqual([]);
    return objects.map(({ object }) => object.spec as JsonMap);
  });
}

/** Paths and types of a CRD schema, written like those of a shape. */
function schemaPaths(schema: JsonMap, path: string): string[] {
  const { properties, items, additionalProperties, type } = schema;
  if (isMap(properties))
    return [
      `${path}: group`,
      ...Object.keys(properties).flatMap(key =>
        schemaPaths(properties[key] as JsonMap, `${path}.${key}`),
      ),
    ];
  if (isMap(items))
    return [`${path}: list`, ...schemaPaths(items, `${path}.*`)];
  if (isMap(additionalProperties))
    return [`${path}: map`, ...schemaPaths(additionalProperties, `${path}.*`)];
  return [
    `${path}: ${
      (
        { string: 'text', boolean: 'flag', object: 'group' } as Record<
          string,
          string
        >
      )[String(type)] ?? String(type)
    }`,
  ];
}

function shapePaths(field: Field, path: string): string[] {
  const self = `${path}: ${field.type}`;
  if (field.type === 'group')
    return [
      self,
      ...Object.keys(field.fields).flatMap(key =>
        shapePaths(field.fields[key], `${path}.${key}`),
      ),
    ];
  if (field.type === 'list')
    return [self, ...shapePaths(field.items, `${path}.*`)];
  if (field.type === 'map')
    return [self, ...shapePaths(field.values, `${path}.*`)];
  return [self];
}

suiteWith(folder)(
  'the table of kinds agrees with the CRDs (need the shared data)',
  () => {
    it('names, groups and versions', () => {
      const byKind = new Map(
        crds().map(spec => [(spec.names as JsonMap).kind, spec]),
      );
      for (const kind of kinds) {
        const spec = byKind.get(kind.kind) as JsonMap;
        const { plural, singular, shortNames = [] } = spec.names as JsonMap;
        expect({
          group: spec.group,
          version: (spec.versions as JsonMap[])[0].name,
          plural,
          singular,
          shortNames,
        }).toEqual({
          group: kind.group,
          version: kind.version,
          plural: kind.plural,
          singular: kind.singular,
          shortNames: kind.shortNames,
        });
      }
      for (const [kind, spec] of byKind) {
        const isKnown =
          kinds.some(known => known.kind === kind) ||
          controllerKinds.some(
            known =>
              known.kind === kind &&
              known.plural === (spec.names as JsonMap).plural &&
              known.apiVersion.startsWith(`${String(spec.group)}/`),
          );
        expect([kind, isKnown]).toEqual([kind, true]);
      }
    });

    it('every field, with its type', () => {
      const byKind = new Map(
        crds().map(spec => [(spec.names as JsonMap).kind, spec]),
      );
      for (const kind of kinds) {
        const [version] = byKind.get(kind.kind)?.versions as JsonMap[];
        const schema = (version.schema as JsonMap).openAPIV3Schema as JsonMap;
        const served = schemaPaths(
          (schema.properties as JsonMap).spec as JsonMap,
          'spec',
        );
        const known = shapePaths(kind.spec, 'spec').filter(
          path =>
            !later.some(field => `${kind.kind} ${path}`.startsWith(field)),
        );
        expect([kind.kind, ...known.sort()]).toEqual([
          kind.kind,
          ...served.sort(),
        ]);
      }
    });
  },
);
