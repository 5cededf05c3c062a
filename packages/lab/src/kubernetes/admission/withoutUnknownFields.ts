import {
  parsePath,
  validateObject,
  type KubernetesObject,
} from '@cnoc/hedgehog';
import type { AdmissionRequest } from '../Admission';
import { cloneJson, isJsonObject } from '../json';
import { badRequest, plainError } from '../StatusError';

/**
 * What the CRD's schema does to fields it does not know: they are dropped; under strict field validation they are an
 * error; and in a server-side apply, strict or not, they are, as a wrong type is too, an internal error that no retry will
 * cure.
 */
export function withoutUnknownFields({
  type,
  object,
  isApply,
  isStrict,
}: AdmissionRequest): KubernetesObject {
  const found = validateObject(object);
  const unknown = found.filter(({ rule }) => rule === 'field.unknown');
  if (isStrict && !isApply && unknown.length) {
    throw badRequest(
      `${type.kind} in version "${type.version}" cannot be handled as a ${
        type.kind
      }: strict decoding error: ${unknown
        .map(({ path }) => `unknown field "${path}"`)
        .join(', ')}`,
    );
  }
  const [untyped] = found.filter(({ rule }) =>
    ['field.unknown', 'field.type'].includes(rule),
  );
  if (isApply && untyped) {
    const { name, namespace } = object.metadata;
    throw plainError(
      `failed to create typed patch object (${namespace}/${name}; ${
        type.apiVersion
      }, Kind=${type.kind}): .${untyped.path}: ${
        untyped.rule === 'field.unknown'
          ? 'field not declared in schema'
          : untyped.message
      }`,
    );
  }
  if (!unknown.length) {
    return object;
  }
  const known = cloneJson(object);
  for (const { path } of unknown) {
    removeField(known, parsePath(path ?? '') ?? []);
  }
  return known;
}

function removeField(
  object: KubernetesObject,
  path: readonly (string | number)[],
): void {
  let node: unknown = object;
  for (const key of path.slice(0, -1)) {
    node =
      isJsonObject(node) || Array.isArray(node)
        ? (node as Record<string | number, unknown>)[key]
        : undefined;
  }
  if (path.length && isJsonObject(node)) {
    delete node[path[path.length - 1]];
  }
}
