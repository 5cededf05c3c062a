import type { JsonObject } from './json';

export interface StatusCause {
  reason?: string;
  message: string;
  field?: string;
}

export interface StatusDetails {
  name?: string;
  group?: string;
  kind?: string;
  uid?: string;
  causes?: StatusCause[];
  retryAfterSeconds?: number;
}

/** A refusal with the body that kube-apiserver would send: a `Status` object. */
export class StatusError extends Error {
  readonly code: number;
  /** Absent for what kube-apiserver reports as a plain error. */
  readonly reason?: string;
  readonly details?: StatusDetails;

  constructor(
    code: number,
    reason: string | undefined,
    message: string,
    details?: StatusDetails,
  ) {
    super(message);
    this.name = 'StatusError';
    this.code = code;
    this.reason = reason;
    this.details = details;
  }

  toStatus(): JsonObject {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      ...(this.reason ? { reason: this.reason } : {}),
      ...(this.details ? { details: this.details } : {}),
      code: this.code,
    };
  }
}

export interface NamedResource {
  group: string;
  plural: string;
}

function qualified({ group, plural }: NamedResource): string {
  return group ? `${plural}.${group}` : plural;
}

function detailsOf(resource: NamedResource, name: string): StatusDetails {
  return {
    name,
    ...(resource.group ? { group: resource.group } : {}),
    kind: resource.plural,
  };
}

export function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message);
}

export function unauthorized(): StatusError {
  return new StatusError(401, 'Unauthorized', 'Unauthorized');
}

/** A path, group or resource that is not served at all; the one refusal that is no JSON. */
export class NoSuchPath extends StatusError {
  constructor() {
    super(404, 'NotFound', '404 page not found');
    this.name = 'NoSuchPath';
  }
}

/** An error that kube-apiserver did not foresee: 500 without a reason, which no retry will cure. */
export function plainError(message: string): StatusError {
  return new StatusError(500, undefined, message);
}

export function notFound(resource: NamedResource, name: string): StatusError {
  return new StatusError(
    404,
    'NotFound',
    `${qualified(resource)} "${name}" not found`,
    detailsOf(resource, name),
  );
}

export function methodNotAllowed(): StatusError {
  return new StatusError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

export function notAcceptable(): StatusError {
  return new StatusError(
    406,
    'NotAcceptable',
    'only the following media types are accepted: application/json',
  );
}

export function alreadyExists(
  resource: NamedResource,
  name: string,
): StatusError {
  return new StatusError(
    409,
    'AlreadyExists',
    `${qualified(resource)} "${name}" already exists`,
    detailsOf(resource, name),
  );
}

export function conflict(
  resource: NamedResource,
  name: string,
  why: string,
): StatusError {
  return new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(resource)} "${name}": ${why}`,
    detailsOf(resource, name),
  );
}

export function expired(message: string): StatusError {
  return new StatusError(410, 'Expired', message);
}

export function tooLarge(limit: number): StatusError {
  return new StatusError(
    413,
    'RequestEntityTooLarge',
    `Request entity too large: limit is ${limit}`,
  );
}

export function unsupportedMediaType(accepted: readonly string[]): StatusError {
  return new StatusError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
      ', ',
    )}`,
  );
}

export function invalid(
  kind: string,
  group: string,
  name: string,
  causes: readonly StatusCause[],
): StatusError {
  const texts = causes.map(cause =>
    cause.field ? `${cause.field}: ${cause.message}` : cause.message,
  );
  return new StatusError(
    422,
    'Invalid',
    `${group ? `${kind}.${group}` : kind} "${name}" is invalid: ${
      texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`
    }`,
    { name, ...(group ? { group } : {}), kind, causes: [...causes] },
  );
}

export function deniedByWebhook(webhook: string, why: string): StatusError {
  return new StatusError(
    403,
    'Forbidden',
    `admission webhook "${webhook}" denied the request: ${why}`,
  );
}
