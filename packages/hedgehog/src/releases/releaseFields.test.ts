import { join } from 'node:path';
import { kinds, readYaml, validateObject } from '..';
import {
  filesBelow,
  hedgehogData,
  readText,
  suiteWith,
} from '../__testUtils__/sharedData';
import { isMap, JsonMap, mapOf } from '../model/json';
import { goneFields, releaseFields } from './releaseFields';

const crds = join(hedgehogData, 'crds');

/** The CRDs that are kept, with the release of each; the newest ones lie between 26.02 and 26.03. */
const versions: readonly (readonly [string, string])[] = [
  ['25.03', 'history/v0.81.1'],
  ['25.05', 'history/v0.96.4'],
  ['26.01', 'history/v0.115.4'],
  ['26.02', 'history/v0.120.3'],
  ['26.03', 'fabric'],
];

/** Came between the newest kept CRDs and 26.03, so only the facts about its API types tell of them. */
const later = [
  'VPC spec.subnets.*.hostBGPMinPrefixLen',
  'VPC spec.subnets.*.hostBGPMaxPrefixLen',
  'VPC spec.subnets.*.hostBGPExtraPrefixes',
  'Switch spec.portLocators',
];

/** Parts of a schema that decide what is refused. */
const limits = [
  'type',
  'enum',
  'pattern',
  'required',
  'default',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
];

/** Every path of the kinds in the table, as `<kind> spec.a.*.b`, with its limits. */
function pathsIn(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (schema: JsonMap | undefined, path: string): void => {
    if (!schema) return;
    found.set(path, JSON.stringify(limits.map(name => schema[name])));
    for (const inner of [schema.items, schema.additionalProperties])
      if (isMap(inner)) visit(inner, `${path}.*`);
    const fields = mapOf(schema.properties) ?? {};
    for (const key of Object.keys(fields))
      visit(mapOf(fields[key]), `${path}.${key}`);
  };
  for (const file of filesBelow(join(crds, folder))) {
    const { objects } = readYaml(readText(join(crds, folder, file)), { file });
    for (const { object } of objects) {
      const { kind } = object.spec?.names as { kind: string };
      if (!kinds.some(known => known.kind === kind)) continue;
      const [version] = object.spec?.versions as JsonMap[];
      const schema = mapOf(mapOf(version.schema)?.openAPIV3Schema);
      visit(mapOf(mapOf(schema?.properties)?.spec), `${kind} spec`);
    }
  }
  return found;
}

/** Those of some paths that are not below another of them. */
function topmost(paths: readonly string[]): string[] {
  const all = new Set(paths);
  return paths.filter(path => {
    const parts = path.split('.');
    return !parts.some(
      (_, index) => index > 0 && all.has(parts.slice(0, index).join('.')),
    );
  });
}

describe('a field that went', () => {
  const connection = {
    apiVersion: 'wiring.githedgehog.com/v1beta1',
    kind: 'Connection',
    metadata: { name: 'spine-01--gateway--gateway-1' },
    spec: {
      gateway: {
        links: [
          {
            spine: { port: 'spine-01/E1/9', ip: '172.30.128.10/31' },
            gateway: { port: 'gateway-1/enp2s1', ip: '172.30.128.11/31' },
          },
        ],
      },
    },
  };
  const unknown = (release: string) =>
    validateObject(connection, { release }).filter(
      ({ rule }) => rule === 'field.unknown',
    );

  it('is known in the releases that have it, and later says what took its place', () => {
    expect(unknown('25.03')).toEqual([]);
    expect(unknown('25.05')).toMatchObject([
      {
        path: 'spec.gateway.links[0].spine',
        hint: 'It went in Hedgehog 25.05; use switch.',
      },
    ]);
    expect(unknown('26.03')).toHaveLength(1);
  });
});

suiteWith(crds)(
  'fields that came and went, release by release (need the shared data)',
  () => {
    const steps = versions.slice(1).map(([release, folder], index) => {
      const before = pathsIn(versions[index][1]);
      const after = pathsIn(folder);
      return {
        release,
        changed: [...after.keys()].filter(
          path => before.has(path) && before.get(path) !== after.get(path),
        ),
        came: topmost([...after.keys()].filter(path => !before.has(path))),
        went: topmost([...before.keys()].filter(path => !after.has(path))),
      };
    });

    it('what came is what the release data say', () => {
      const derived = steps.flatMap(({ release, came }) =>
        came.map(path => `${release} ${path}`),
      );
      const stated = releaseFields
        .filter(({ kind, path }) => !later.includes(`${kind} ${path}`))
        .map(({ kind, path, since }) => `${since} ${kind} ${path}`);
      expect(stated.sort()).toEqual(derived.sort());
    });

    it('what went is what the release data say', () => {
      const derived = steps.flatMap(({ release, went }) =>
        went.map(path => `${release} ${path}`),
      );
      const stated = goneFields.map(
        ({ kind, path, gone }) => `${gone} ${kind} ${path}`,
      );
      expect(stated.sort()).toEqual(derived.sort());
    });

    it('of fields that stay, types, values and limits stay, but for what defaulting fills in', () => {
      // Required since 26.01, and there after the webhook: the table of defaults adds both.
      expect(
        steps.flatMap(({ release, changed }) =>
          changed.map(path => `${release} ${path}`),
        ),
      ).toEqual(['26.01 ExternalAttachment spec']);
    });

    it('what the stored CRDs do not have yet is not in them', () => {
      const newest = pathsIn('fabric');
      expect(later.filter(path => newest.has(path))).toEqual([]);
    });
  },
);
