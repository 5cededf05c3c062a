import type { IncomingMessage } from 'node:http';
import { readBody } from '../http/readBody';
import { isJsonObject, type JsonObject } from './json';
import { parseBody } from './parseBody';
import { typeAt, resourceTypes } from './ResourceType';
import { badRequest, unsupportedMediaType } from './StatusError';

/** Answers a SelfSubjectAccessReview: everything that the lab serves is allowed. */
export async function reviewAccess(
  request: IncomingMessage,
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
  const allowed =
    !attributes || verb === '*' || (type?.verbs.includes(verb) ?? false);
  return {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec,
    status: {
      allowed,
      ...(allowed ? {} : { reason: 'the lab does not serve this' }),
    },
  };
}
