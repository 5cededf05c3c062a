import type { KubernetesObject } from '@cnoc/hedgehog';
import type { Random } from '@cnoc/lab/src/testing';
import type { CrdSchema } from './CrdSchema';
import { sitesOf, type Site } from './sites';

/** Changes the object so that it is wrong in one way; false = there is nothing of that sort in it. */
export type Mutation = (
  object: KubernetesObject,
  schema: CrdSchema,
  random: Random,
) => boolean;

const INT32 = 2 ** 31;

const wrongTypes: Readonly<Record<string, unknown[]>> = {
  string: [5, true, ['text'], { text: 'x' }],
  integer: ['5', 1.5, true, [5], { number: 5 }],
  boolean: ['true', 1, 0, ['x'], {}],
  array: ['text', 5, { 0: 'x' }],
  object: ['text', 5, ['x'], true],
};

export const mutations: Readonly<Record<string, Mutation>> = {
  'missing required': atSite(
    ({ isRequired, value }) => isRequired && value !== undefined,
    ({ parent, key }) => {
      delete parent[key];
    },
  ),
  'wrong type': atSite(
    ({ schema }) => wrongTypes[schema.type ?? ''] !== undefined,
    ({ parent, key, schema }, random) => {
      parent[key] = random.pick(wrongTypes[schema.type ?? '']);
    },
  ),
  enum: atSite(
    ({ schema }) => schema.enum !== undefined,
    ({ parent, key, schema }, random) => {
      const known = String(schema.enum?.[0]);
      parent[key] = random.pick(['nonsense', `${known}x`, known.toUpperCase()]);
    },
  ),
  pattern: ({ metadata }, _schema, random) => {
    metadata.name = random.pick([
      'Upper-Case',
      'under_score',
      '-begins',
      'ends-',
      'two..dots',
      'with space',
      '../up',
      'x'.repeat(254),
    ]);
    return true;
  },
  'out of range': atSite(
    site => outOfRange(site).length > 0,
    (site, random) => {
      site.parent[site.key] = random.pick(outOfRange(site));
    },
  ),
  'unknown field': (object, schema, random) => {
    const places = [
      object as never,
      object.metadata,
      ...sitesOf(object, schema)
        .filter(site => site.schema.properties && isObject(site.value))
        .map(({ value }) => value),
    ] as Record<string, unknown>[];
    const place = random.pick(places);
    const known = Object.keys(place)[0] ?? 'field';
    place[random.pick(['nobodyKnows', `${known}s`, `x-${known}`])] =
      random.pick(['text', 5, { a: 1 }, [1]]);
    return true;
  },
};

function outOfRange({ value, schema }: Site): unknown[] {
  const { minimum, maximum, minItems, maxItems, format } = schema;
  const found: unknown[] = [];
  if (minimum !== undefined) found.push(minimum - 1, minimum - 1000);
  if (maximum !== undefined) found.push(maximum + 1, maximum * 10);
  if (format === 'int32') found.push(INT32, -INT32 - 1, INT32 * 1000);
  if (Array.isArray(value) && value.length > 0) {
    // An empty list is none: Hedgehog's webhooks drop it before the schema is asked.
    if (minItems && minItems > 1) found.push(value.slice(0, minItems - 1));
    if (maxItems) found.push(filled(value, maxItems + 1));
  }
  if (isObject(value) && schema.maxProperties !== undefined) {
    const [one] = Object.values(value);
    found.push(
      Object.fromEntries(
        Array.from({ length: schema.maxProperties + 1 }, (_, index) => [
          `entry-${index}`,
          one,
        ]),
      ),
    );
  }
  return found;
}

function filled(list: unknown[], length: number): unknown[] {
  return Array.from({ length }, (_, index) => list[index % list.length]);
}

function atSite(
  fits: (site: Site) => boolean,
  change: (site: Site, random: Random) => void,
): Mutation {
  return (object, schema, random) => {
    const sites = sitesOf(object, schema).filter(fits);
    if (sites.length === 0) {
      return false;
    }
    change(random.pick(sites), random);
    return true;
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
