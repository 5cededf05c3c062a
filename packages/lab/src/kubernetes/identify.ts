import type { KubernetesObject } from '@cnoc/hedgehog';
import { cloneJson, isJsonObject, type JsonObject } from './json';
import type { ResourceType } from './ResourceType';
import { badRequest, invalid } from './StatusError';

/** What a request is about. */
export interface Target {
  type: ResourceType;
  namespace?: string;
  name: string;
}

const NAME =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const NAME_RULE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";

/** The body as an object of the target: names filled in from the address, and refused when they contradict it. */
export function identify(target: Target, body: JsonObject): KubernetesObject {
  const { type, namespace, name } = target;
  const metadata = isJsonObject(body.metadata) ? body.metadata : {};
  if (body.kind !== type.kind || body.apiVersion !== type.apiVersion) {
    throw badRequest(
      `the API version in the data (${String(body.apiVersion)}, Kind=${String(
        body.kind,
      )}) does not match the expected API version (${type.apiVersion}, Kind=${
        type.kind
      })`,
    );
  }
  if (metadata.name !== undefined && metadata.name !== name) {
    throw badRequest(
      `the name of the object (${String(
        metadata.name,
      )}) does not match the name on the URL (${name})`,
    );
  }
  if (metadata.namespace && metadata.namespace !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  if (!NAME.test(name) || name.length > 253) {
    throw invalid(type.kind, type.group, name, [
      {
        reason: 'FieldValueInvalid',
        message: `Invalid value: ${JSON.stringify(
          name.slice(0, 80),
        )}: ${NAME_RULE}`,
        field: 'metadata.name',
      },
    ]);
  }
  return cloneJson({
    ...body,
    apiVersion: type.apiVersion,
    kind: type.kind,
    metadata: { ...metadata, name, ...(namespace ? { namespace } : {}) },
  }) as KubernetesObject;
}
