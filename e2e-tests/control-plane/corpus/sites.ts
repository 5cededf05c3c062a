import type { KubernetesObject } from '@cnoc/hedgehog';
import type { CrdSchema } from './CrdSchema';

/** A place in an object, with what the schema says about it. */
export interface Site {
  parent: Record<string | number, unknown>;
  key: string | number;
  /** Undefined = the place is free. */
  value: unknown;
  schema: CrdSchema;
  isRequired: boolean;
}

/** Every place below `spec` that the schema knows, taken or free. */
export function sitesOf(object: KubernetesObject, schema: CrdSchema): Site[] {
  const sites: Site[] = [];
  visit(object as never, 'spec', schema, sites);
  return sites;
}

function visit(
  parent: Record<string | number, unknown>,
  key: string | number,
  parentSchema: CrdSchema,
  sites: Site[],
): void {
  const schema =
    typeof key === 'number'
      ? parentSchema.items
      : parentSchema.properties?.[key] ?? parentSchema.additionalProperties;
  if (!schema) {
    return;
  }
  const value = parent[key];
  const isRequired = parentSchema.required?.includes(String(key)) ?? false;
  sites.push({ parent, key, value, schema, isRequired });
  if (typeof value !== 'object' || value === null) {
    return;
  }
  const keys = Array.isArray(value)
    ? value.map((_, index) => index)
    : new Set([...Object.keys(value), ...Object.keys(schema.properties ?? {})]);
  for (const below of keys) {
    visit(value as never, below, schema, sites);
  }
}
