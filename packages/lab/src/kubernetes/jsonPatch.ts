import {
  cloneJson,
  equalJson,
  getKey,
  isJsonObject,
  setKey,
  type JsonObject,
} from './json';
import { badRequest, StatusError } from './StatusError';

const MAX_OPERATIONS = 10_000;

/** RFC 6902, with the refusals of kube-apiserver: 400 for a malformed patch, 422 for one that does not fit the object. */
export function jsonPatch(document: JsonObject, patch: unknown): JsonObject {
  if (!Array.isArray(patch)) {
    throw badRequest('json patch must be a list of operations');
  }
  if (patch.length > MAX_OPERATIONS) {
    throw new StatusError(
      413,
      'RequestEntityTooLarge',
      `The allowed maximum operations in a JSON patch is ${MAX_OPERATIONS}, got ${patch.length}`,
    );
  }
  let result: unknown = cloneJson(document);
  for (const operation of patch) {
    result = applyOperation(result, operation);
  }
  if (!isJsonObject(result)) {
    throw misfit('the document would no longer be an object');
  }
  return result;
}

function misfit(why: string): StatusError {
  return new StatusError(
    422,
    'Invalid',
    `the server rejected our request due to an error in our request: ${why}`,
    {},
  );
}

function applyOperation(document: unknown, operation: unknown): unknown {
  if (!isJsonObject(operation)) {
    throw badRequest('a json patch operation must be an object');
  }
  const path = pointer(operation.path);
  switch (operation.op) {
    case 'add':
      return write(document, path, cloneJson(operation.value), 'add');
    case 'replace':
      read(document, path);
      return write(document, path, cloneJson(operation.value), 'replace');
    case 'remove':
      read(document, path);
      return write(document, path, undefined, 'remove');
    case 'test':
      if (!equalJson(read(document, path), operation.value)) {
        throw misfit(`testing value ${String(operation.path)} failed`);
      }
      return document;
    case 'copy':
      return write(
        document,
        path,
        cloneJson(read(document, pointer(operation.from))),
        'add',
      );
    case 'move': {
      const from = pointer(operation.from);
      const value = read(document, from);
      return write(
        write(document, from, undefined, 'remove'),
        path,
        value,
        'add',
      );
    }
    default:
      throw badRequest(`unexpected json patch op: ${String(operation.op)}`);
  }
}

function pointer(text: unknown): string[] {
  if (typeof text !== 'string' || (text !== '' && !text.startsWith('/'))) {
    throw badRequest(`json pointer ${String(text)} is not valid`);
  }
  return text
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function read(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((node, key) => {
    if (Array.isArray(node) && /^\d+$/.test(key) && Number(key) < node.length) {
      return node[Number(key)];
    }
    if (isJsonObject(node) && Object.hasOwn(node, key)) {
      return node[key];
    }
    throw misfit(`path /${path.join('/')} does not exist`);
  }, document);
}

function write(
  document: unknown,
  path: readonly string[],
  value: unknown,
  mode: 'add' | 'replace' | 'remove',
): unknown {
  if (path.length === 0) {
    return value;
  }
  const [key, ...rest] = path;
  if (Array.isArray(document)) {
    const index = key === '-' ? document.length : Number(key);
    if (!Number.isInteger(index) || index < 0 || index > document.length) {
      throw misfit(`index ${key} is out of range`);
    }
    const copy = [...document];
    if (rest.length) {
      copy[index] = write(copy[index], rest, value, mode);
    } else if (mode === 'remove') {
      copy.splice(index, 1);
    } else {
      copy.splice(index, mode === 'replace' ? 1 : 0, value);
    }
    return copy;
  }
  if (!isJsonObject(document)) {
    throw misfit(`path /${path.join('/')} does not exist`);
  }
  const copy = { ...document };
  if (rest.length) {
    if (!Object.hasOwn(copy, key)) {
      throw misfit(`path /${path.join('/')} does not exist`);
    }
    setKey(copy, key, write(getKey(copy, key), rest, value, mode));
  } else if (mode === 'remove') {
    delete copy[key];
  } else {
    setKey(copy, key, value);
  }
  return copy;
}
