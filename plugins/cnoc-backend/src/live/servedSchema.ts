import type { JsonObject, JsonValue } from '@backstage/types';

/** The schema of one version in a CustomResourceDefinition; undefined where it is not where it must be. */
export function servedSchema(
  definition: Record<string, unknown>,
  version: string,
): JsonObject | undefined {
  const versions = objectOf(definition.spec)?.versions;
  const found = (Array.isArray(versions) ? versions : [])
    .map(objectOf)
    .find(one => one?.name === version);
  return objectOf(objectOf(found?.schema)?.openAPIV3Schema);
}

function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, JsonValue>)
    : undefined;
}
