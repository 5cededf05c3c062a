import { findKind } from '../kinds';
import { isMap, JsonMap, listOf, mapOf } from '../model/json';
import { Field, GroupField } from './Field';

/**
 * The shape that a served CRD schema (`openAPIV3Schema` of a version) describes, for `validateObject` in place of the
 * built-in one. Texts keep the form, and fields the documentation, of the built-in shape where it has them; limits are
 * the stricter ones of the two, as Hedgehog's webhooks check more than the schema says. What is required stays as built
 * in: webhooks fill in some fields that the schema requires.
 */
export function shapeOfSchema(
  kind: string,
  openAPIV3Schema: JsonMap,
): GroupField | undefined {
  const known = findKind(kind);
  const spec = mapOf(mapOf(openAPIV3Schema.properties)?.spec);
  if (!known || !spec) return undefined;
  const shape = fieldOf(spec, known.spec);
  return shape.type === 'group' ? shape : undefined;
}

function fieldOf(schema: JsonMap, known: Field | undefined): Field {
  const doc =
    known?.doc ?? 'Served by the cluster; this version of CNOC has no text.';
  const required = known?.required ? { required: true } : {};
  const { properties, items, additionalProperties, type } = schema;
  if (type === 'array') {
    const own = known?.type === 'list' ? known : undefined;
    return {
      type: 'list',
      doc,
      ...required,
      ...(own?.isSet ? { isSet: true } : {}),
      ...limits(own?.min, own?.max, schema.minItems, schema.maxItems),
      items: fieldOf(mapOf(items) ?? {}, own?.items),
    };
  }
  if (isMap(additionalProperties)) {
    const own = known?.type === 'map' ? known : undefined;
    return {
      type: 'map',
      doc,
      ...required,
      ...(own?.keyForm ? { keyForm: own.keyForm } : {}),
      ...limits(own?.min, own?.max, schema.minProperties, schema.maxProperties),
      values: fieldOf(additionalProperties, own?.values),
    };
  }
  if (type === 'object') {
    const own = known?.type === 'group' ? known : undefined;
    const fields: Record<string, Field> = {};
    for (const [name, part] of Object.entries(mapOf(properties) ?? {})) {
      if (isMap(part))
        fields[name] = fieldOf(
          part,
          own && Object.hasOwn(own.fields, name) ? own.fields[name] : undefined,
        );
    }
    return {
      type: 'group',
      doc,
      ...required,
      ...(own?.emptyCounts ? { emptyCounts: true } : {}),
      fields,
    };
  }
  if (type === 'integer' || type === 'number') {
    const own = known?.type === 'integer' ? known : undefined;
    return {
      type: 'integer',
      doc,
      ...required,
      ...(own?.zeroCounts ? { zeroCounts: true } : {}),
      ...limits(own?.min, own?.max, schema.minimum, schema.maximum),
    };
  }
  if (type === 'boolean') return { type: 'flag', doc, ...required };
  const own = known?.type === 'text' ? known : undefined;
  const values = listOf(schema.enum).map(String);
  return {
    type: 'text',
    doc,
    ...required,
    ...(own?.form ? { form: own.form } : {}),
    ...(values.length > 0 ? { values: ['', ...values] } : {}),
    ...(values.length === 0 && own?.values ? { values: own.values } : {}),
  };
}

function limits(
  ownMin: number | undefined,
  ownMax: number | undefined,
  min: unknown,
  max: unknown,
): { min?: number; max?: number } {
  const lows = [ownMin, min].filter(isNumber);
  const highs = [ownMax, max].filter(isNumber);
  return {
    ...(lows.length > 0 ? { min: Math.max(...lows) } : {}),
    ...(highs.length > 0 ? { max: Math.min(...highs) } : {}),
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
