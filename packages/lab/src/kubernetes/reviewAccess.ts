import type { IncomingMessage } from 'node:http';
import type { FaultVerb } from '../faults/Fault';
import type { Faults } from '../faults/Faults';
import { readBody } from '../http/readBody';
import { isJsonObject, type JsonObject } from './json';
import { parseBody } from './parseBody';
import { typeAt, resourceTypes } from './ResourceType';
import { badRequest, unsupportedMediaType } from './StatusError';

/** The verbs of access control in the words of faults. */
const FAULT_VERBS: Readonly<Record<string, FaultVerb>> = {
  get: 'get',
  list: 'list',
  watch: 'watch',
  create: 'apply',
  update: 'apply',
  patch: 'apply',
  delete: 'delete',
};

/** Answers a SelfSubjectAccessReview: everything that the lab serves is allowed, except what a fault forbids. */
export async function reviewAccess(
  request: IncomingMessage,
  faults: Pick<Faults, 'forbids'>,
): Promise<JsonObject> {
  if (!/json/.test(request.headers['content-type'] ?? 'json')) {
    throw unsupportedMediaType(['application/json']);
  }
  const review = parseBody(await readBody(request), 'application/json');
  const spec = isJsonObject(review.spec) ? review.spec : {};
  const attributes = isJsonObject(spec.resourceAttributes)
    ? spec.resourceAttributes
    : undefined;
  if (!attributes && !isJsonObject(spec.nonResourceAttributes)) {
    throw badRequest('spec.resourceAttributes is required');
  }
  const type = attributes
    ? typeAt(
        [attributes.group, attributes.version].filter(Boolean).join('/'),
        String(attributes.resource),
      ) ??
      resourceTypes.find(
        each =>
          each.group === (attributes.group ?? '') &&
          each.plural === attributes.resource,
      )
    : undefined;
  const verb = String(attributes?.verb);
  const forbidden =
    type !== undefined &&
    verb in FAULT_VERBS &&
    faults.forbids({
      verb: FAULT_VERBS[verb],
      plural: type.plural,
      ...(attributes?.name ? { name: String(attributes.name) } : {}),
    });
  const served = type?.verbs.includes(verb) ?? false;
  const allowed = !forbidden && (!attributes || verb === '*' || served);
  return {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec,
    status: {
      allowed,
      ...(allowed
        ? {}
        : {
            reason: forbidden
              ? 'a fault of the lab forbids it'
              : 'the lab does not serve this',
          }),
    },
  };
}
