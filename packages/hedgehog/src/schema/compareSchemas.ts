import { findKind } from '../kinds';
import { byText, isMap, JsonMap, listOf, mapOf } from '../model/json';
import { Field } from './Field';

/** One way in which a served schema and the built-in shape of a kind differ. */
export interface SchemaDifference {
  /** Path of the field, `*` for any key or index. */
  path: string;
  /**
   * `added`: the cluster has a field that CNOC does not know; `removed`: the other way round; `type`, `values`,
   * `limits`: both have it and disagree. Of limits only those count that the served schema states, as the built-in
   * shape holds what the webhooks check beyond it.
   */
  change: 'added' | 'removed' | 'type' | 'values' | 'limits';
  served?: string;
  builtIn?: string;
}

interface Part {
  type: string;
  min?: unknown;
  max?: unknown;
  values?: readonly unknown[];
}

/**
 * What a served CRD schema (`openAPIV3Schema` of a version) and the built-in shape of the kind disagree about, sorted by
 * path. Below a field that only one of them has, nothing more is listed.
 *
 * @throws TypeError when CNOC has no such kind
 */
export function compareSchemas(
  kind: string,
  openAPIV3Schema: JsonMap,
): SchemaDifference[] {
  const known = findKind(kind);
  if (!known) throw new TypeError(`There is no kind ${kind}`);
  const served = new Map<string, Part>();
  readSchema(mapOf(mapOf(openAPIV3Schema.properties)?.spec), 'spec', served);
  const builtIn = new Map<string, Part>();
  readField(known.spec, 'spec', builtIn);
  const differences: SchemaDifference[] = [];
  for (const [path, part] of served) {
    const own = builtIn.get(path);
    if (own) differences.push(...compareParts(path, part, own));
    else if (builtIn.has(parentOf(path)))
      differences.push({ path, change: 'added', served: part.type });
  }
  for (const [path, part] of builtIn) {
    if (!served.has(path) && (path === 'spec' || served.has(parentOf(path))))
      differences.push({ path, change: 'removed', builtIn: part.type });
  }
  return differences.sort((a, b) => byText(a.path, b.path));
}

function compareParts(
  path: string,
  served: Part,
  builtIn: Part,
): SchemaDifference[] {
  if (served.type !== builtIn.type)
    return [
      { path, change: 'type', served: served.type, builtIn: builtIn.type },
    ];
  const differences: SchemaDifference[] = [];
  const textOf = (values: readonly unknown[] | undefined) =>
    [...(values ?? [])]
      .map(String)
      .filter(value => value !== '')
      .sort(byText)
      .join(', ');
  if (served.values && textOf(served.values) !== textOf(builtIn.values))
    differences.push({
      path,
      change: 'values',
      served: textOf(served.values),
      builtIn: textOf(builtIn.values) || 'any',
    });
  const range = ({ min, max }: Part) => `${min ?? '…'} to ${max ?? '…'}`;
  if (
    (served.min !== undefined && served.min !== builtIn.min) ||
    (served.max !== undefined && served.max !== builtIn.max)
  )
    differences.push({
      path,
      change: 'limits',
      served: range(served),
      builtIn: range(builtIn),
    });
  return differences;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

function readSchema(
  schema: JsonMap | undefined,
  path: string,
  parts: Map<string, Part>,
): void {
  if (!schema) return;
  const { properties, items, additionalProperties, type } = schema;
  if (isMap(items)) {
    parts.set(path, {
      type: 'list',
      min: schema.minItems,
      max: schema.maxItems,
    });
    readSchema(items, `${path}.*`, parts);
  } else if (isMap(additionalProperties)) {
    parts.set(path, {
      type: 'map',
      min: schema.minProperties,
      max: schema.maxProperties,
    });
    readSchema(additionalProperties, `${path}.*`, parts);
  } else if (type === 'object') {
    parts.set(path, { type: 'group' });
    for (const [name, part] of Object.entries(mapOf(properties) ?? {}))
      readSchema(mapOf(part), `${path}.${name}`, parts);
  } else {
    const simple: Record<string, string> = { string: 'text', boolean: 'flag' };
    const values = listOf(schema.enum);
    parts.set(path, {
      type: simple[String(type)] ?? String(type),
      min: schema.minimum,
      max: schema.maximum,
      ...(values.length > 0 ? { values } : {}),
    });
  }
}

function readField(field: Field, path: string, parts: Map<string, Part>): void {
  switch (field.type) {
    case 'list':
      parts.set(path, { type: 'list', min: field.min, max: field.max });
      readField(field.items, `${path}.*`, parts);
      break;
    case 'map':
      parts.set(path, { type: 'map', min: field.min, max: field.max });
      readField(field.values, `${path}.*`, parts);
      break;
    case 'group':
      parts.set(path, { type: 'group' });
      for (const [name, part] of Object.entries(field.fields))
        readField(part, `${path}.${name}`, parts);
      break;
    case 'integer':
      parts.set(path, { type: 'integer', min: field.min, max: field.max });
      break;
    case 'text':
      parts.set(path, { type: 'text', values: field.values });
      break;
    default:
      parts.set(path, { type: 'flag' });
  }
}
