import {
  applyDefaults,
  parsePath,
  type Diagnostic,
  type KubernetesObject,
} from '@cnoc/hedgehog';
import { schemaAt, type CrdSchema } from './CrdSchema';

/**
 * Whether a diagnostic of the object is about something that the API server checks by itself. The others are what
 * Hedgehog's webhooks would refuse, of which a server without them knows nothing.
 */
export function isSchemaRule(
  object: KubernetesObject,
  { rule, path: text = '', severity }: Diagnostic,
  schema: CrdSchema,
): boolean {
  if (severity !== 'critical') {
    return false;
  }
  const path = parsePath(text) ?? [];
  const states = (...keys: (keyof CrdSchema)[]) => {
    const part = schemaAt(schema, path);
    return keys.some(key => part?.[key] !== undefined);
  };
  switch (rule) {
    case 'field.unknown':
    case 'field.type':
    case 'object.name':
    case 'object.annotationSize':
      return true;
    case 'field.value':
      return states('enum');
    case 'field.range':
      // Not `format: int32`: only what decodes the number in Go minds.
      return states('minimum', 'maximum');
    case 'field.count':
      return states('minItems', 'maxItems', 'minProperties', 'maxProperties');
    case 'field.format':
      return states('pattern', 'minLength', 'maxLength');
    case 'field.required': {
      const parent = schemaAt(schema, path.slice(0, -1));
      const isAsked = parent?.required?.includes(String(path[path.length - 1]));
      // What defaulting puts there as an empty map is then the webhook's business.
      return (
        isAsked === true && valueAt(applyDefaults(object), path) === undefined
      );
    }
    default:
      return false;
  }
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (part, key) =>
      (part as Record<string | number, unknown> | undefined)?.[key],
    value,
  );
}
