import { jsonSchemaOf, type JsonSchema } from '@cnoc/hedgehog';

/**
 * What of an object a form edits: everything but its identity and what the cluster writes.
 *
 * @internal
 */
export type FormData = {
  spec?: unknown;
  labels?: unknown;
  annotations?: unknown;
};

/** @internal */
export function formSchemaOf(kind: string): JsonSchema {
  const { properties } = jsonSchemaOf(kind) as {
    properties: { spec: JsonSchema; metadata: { properties: JsonSchema } };
  };
  const { labels, annotations } = properties.metadata.properties;
  return {
    type: 'object',
    properties: { spec: properties.spec, labels, annotations } as JsonSchema,
  };
}
