import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The part of a structural schema that the corpus looks at. */
export interface CrdSchema {
  type?: string;
  format?: string;
  properties?: Record<string, CrdSchema>;
  additionalProperties?: CrdSchema;
  items?: CrdSchema;
  required?: string[];
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
  maxProperties?: number;
}

interface Definition {
  spec: {
    names: { kind: string };
    versions: [{ schema: { openAPIV3Schema: CrdSchema } }];
  };
}

/** Schemas of the kinds that a folder of CRDs defines. */
export function crdSchemas(folder: string): Map<string, CrdSchema> {
  return new Map(
    readdirSync(folder)
      .filter(name => name.endsWith('.yaml'))
      .map(name => {
        const { spec } = parse(
          readFileSync(join(folder, name), 'utf8'),
        ) as Definition;
        return [spec.names.kind, spec.versions[0].schema.openAPIV3Schema];
      }),
  );
}

/** The schema at a path, or undefined where it says nothing. */
export function schemaAt(
  schema: CrdSchema | undefined,
  path: readonly (string | number)[],
): CrdSchema | undefined {
  return path.reduce<CrdSchema | undefined>(
    (part, key) =>
      typeof key === 'number'
        ? part?.items
        : part?.properties?.[key] ?? part?.additionalProperties,
    schema,
  );
}
