import { findKind } from '../kinds';
import { Kind } from '../kinds/Kind';
import { JsonMap } from '../model/json';
import { Field } from './Field';
import { Form } from './Form';

/** A JSON Schema (draft 2020-12, a subset that OpenAPI 3 shares). */
export type JsonSchema = JsonMap;

const objectName =
  '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$';
/** Forms that editors can check with a pattern. The others are checked by `validateObject` alone. */
const patterns: Partial<Record<Form, string>> = {
  name: objectName,
  port: '^[^/]+/.+$',
  vpcSubnet: '^[^/]+(/[^/]+)?$',
  community: '^[0-9]{1,5}:[0-9]{1,5}$',
  mac: '^([0-9a-fA-F]{2}([:-][0-9a-fA-F]{2}){5}|([0-9a-fA-F]{4}\\.){2}[0-9a-fA-F]{4})$',
};

const texts = (description: string): JsonSchema => ({
  type: 'object',
  description,
  additionalProperties: { type: 'string' },
});

/**
 * JSON Schema of a kind's objects as people write them, with a description of every field. Names of types, limits and
 * values are those that Hedgehog enforces; fields that defaulting fills in are not required.
 */
export function jsonSchemaOf(kind: Kind | string): JsonSchema {
  const known = typeof kind === 'string' ? findKind(kind) : kind;
  if (!known) throw new TypeError(`There is no kind ${String(kind)}`);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: known.title,
    description: known.description,
    type: 'object',
    required: [
      'apiVersion',
      'kind',
      'metadata',
      ...(known.spec.required ? ['spec'] : []),
    ],
    additionalProperties: false,
    properties: {
      apiVersion: { type: 'string', const: known.apiVersion },
      kind: { type: 'string', const: known.kind },
      metadata: {
        type: 'object',
        required: ['name'],
        properties: {
          name: {
            type: 'string',
            description: `Name of the ${known.title}.`,
            pattern: objectName,
            maxLength: known.maxNameLength ?? 253,
          },
          namespace: {
            type: 'string',
            description: 'Hedgehog accepts the namespace default only.',
            enum: ['', 'default'],
          },
          labels: texts('Labels.'),
          annotations: texts('Annotations.'),
        },
      },
      spec: schemaOfField(known.spec),
      status: {
        type: 'object',
        description: 'Written by the cluster; ignored in git.',
      },
    },
  };
}

/** Schema of one field. */
export function schemaOfField(field: Field): JsonSchema {
  const { doc: description } = field;
  switch (field.type) {
    case 'text': {
      const pattern = field.form && patterns[field.form];
      return defined({
        type: 'string',
        description,
        enum: field.values,
        pattern: pattern && (field.required ? pattern : `^$|${pattern}`),
      });
    }
    case 'integer':
      return defined({
        type: 'integer',
        description,
        // Go cannot tell 0 from "not set", unless the field says so.
        minimum: field.zeroCounts || !field.min ? field.min : 0,
        maximum: field.max,
      });
    case 'flag':
      return { type: 'boolean', description };
    case 'list':
      return defined({
        type: 'array',
        description,
        items: schemaOfField(field.items),
        minItems: field.required ? field.min : undefined,
        maxItems: field.max,
      });
    case 'map':
      return defined({
        type: 'object',
        description,
        additionalProperties: nullable(schemaOfField(field.values)),
        minProperties: field.required ? field.min : undefined,
        maxProperties: field.max,
      });
    default: {
      const names = Object.keys(field.fields);
      const required = names.filter(name => field.fields[name].required);
      return defined({
        type: 'object',
        description,
        required: required.length > 0 ? required : undefined,
        additionalProperties: false,
        properties: Object.fromEntries(
          names.map(name => [name, schemaOfField(field.fields[name])]),
        ),
      });
    }
  }
}

/** Under a key that users choose, nothing is the same as `{}`: `permit: [{vpc-1: }]`. */
function nullable(schema: JsonSchema): JsonSchema {
  return schema.type === 'object'
    ? { ...schema, type: ['object', 'null'] }
    : schema;
}

function defined(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).filter(([, value]) => value !== undefined),
  );
}
