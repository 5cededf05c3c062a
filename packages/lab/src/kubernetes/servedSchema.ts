import { findKind, jsonSchemaOf } from '@cnoc/hedgehog';
import { isJsonObject, type JsonObject } from './json';

/** The schema that the definition of a kind carries, in the subset of JSON Schema that Kubernetes takes. */
export function servedSchema(kind: string): JsonObject {
  const open = {
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
  };
  const known = findKind(kind);
  if (!known) {
    return open;
  }
  const { description, properties } = jsonSchemaOf(known) as JsonObject & {
    properties: JsonObject;
  };
  return {
    type: 'object',
    description,
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
      spec: structural(properties.spec as JsonObject),
      status: open,
    },
  };
}

/** What is required is left out, as some of it is only there once the webhooks have filled it in. */
function structural(schema: JsonObject): JsonObject {
  const { type, additionalProperties, properties, items, required, ...rest } =
    schema;
  return {
    ...rest,
    ...(Array.isArray(type) ? { type: type[0], nullable: true } : { type }),
    ...(isJsonObject(additionalProperties)
      ? { additionalProperties: structural(additionalProperties) }
      : {}),
    ...(isJsonObject(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, part]) => [
              name,
              structural(part as JsonObject),
            ]),
          ),
        }
      : {}),
    ...(isJsonObject(items) ? { items: structural(items) } : {}),
  };
}
