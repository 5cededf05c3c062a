import { parse } from 'yaml';
import { isJsonObject, type JsonObject } from './json';
import { badRequest } from './StatusError';

/** A request body that must be one object, in JSON or YAML. Throws a 400 StatusError. */
export function parseBody(text: string, mediaType: string): JsonObject {
  const value = parseValue(text, mediaType);
  if (!isJsonObject(value)) {
    throw badRequest(
      'the object provided is unrecognized (must be of type object)',
    );
  }
  return value;
}

export function parseValue(text: string, mediaType: string): unknown {
  try {
    return /yaml/.test(mediaType) && !text.trimStart().startsWith('{')
      ? parse(text, { version: '1.1', maxAliasCount: 0, logLevel: 'silent' })
      : JSON.parse(text);
  } catch {
    throw badRequest(
      'the object provided is unrecognized (it is not valid JSON or YAML)',
    );
  }
}
