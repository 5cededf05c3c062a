import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../faults/Fault';
import type { Faults } from '../faults/Faults';
import { sendJson } from '../http/sendJson';
import { parseResourcePath, type ResourcePath } from './apiPath';
import { discover } from './discovery';
import { openApiV3 } from './openApi';
import { RequestLog, type ApiRequestRecord } from './RequestLog';
import { ResourceHandler } from './ResourceHandler';
import { reviewAccess } from './reviewAccess';
import {
  methodNotAllowed,
  NoSuchPath,
  notAcceptable,
  StatusError,
  unauthorized,
} from './StatusError';
import { verbOf } from './verbOf';

/** The Kubernetes API of one cluster over HTTP: who may ask, what goes wrong on purpose, and who answers. */
export class ApiServer {
  readonly #token: string;
  readonly #faults: Faults;
  readonly #resources: ResourceHandler;
  readonly #now: () => Date;
  readonly #onFailure: (request: string, error: unknown) => void;
  readonly #log = new RequestLog();

  constructor(options: {
    token: string;
    faults: Faults;
    resources: ResourceHandler;
    now: () => Date;
    /** Told of errors that are no refusals, before the client gets a 500. */
    onFailure?: (request: string, error: unknown) => void;
  }) {
    this.#token = options.token;
    this.#faults = options.faults;
    this.#resources = options.resources;
    this.#now = options.now;
    this.#onFailure = options.onFailure ?? (() => {});
  }

  /** The last requests, oldest first. */
  get records(): readonly ApiRequestRecord[] {
    return this.#log.records;
  }

  /** `url` is what follows the cluster's root. Never rejects. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    this.#log.add({
      method: request.method ?? 'GET',
      path: `${url.pathname}${url.search}`,
      at: this.#now(),
    });
    try {
      this.#authenticate(request);
      const path = parseResourcePath(url.pathname);
      const answered = await this.#meetFaults(request, response, url, path);
      if (!answered) {
        await this.#answer(request, response, url, path);
      }
    } catch (error) {
      if (!(error instanceof StatusError)) {
        this.#onFailure(`${request.method} ${url.pathname}`, error);
      }
      sendError(response, error);
    }
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    path: ResourcePath | undefined,
  ): Promise<void> {
    if (!acceptsJson(request.headers.accept)) {
      throw notAcceptable();
    }
    if (path) {
      await this.#resources.handle(request, response, url, path);
      return;
    }
    if (
      url.pathname === '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews'
    ) {
      if (request.method !== 'POST') {
        throw methodNotAllowed();
      }
      sendJson(response, 201, await reviewAccess(request, this.#faults));
      return;
    }
    const text = url.pathname.replace(/\/$/, '');
    if (['/healthz', '/livez', '/readyz'].includes(text)) {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
      return;
    }
    const body = discover(text) ?? openApiV3(text);
    if (!body) {
      throw new NoSuchPath();
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw methodNotAllowed();
    }
    sendJson(response, 200, body);
  }

  #authenticate(request: IncomingMessage): void {
    const { authorization } = request.headers;
    if (authorization && authorization !== `Bearer ${this.#token}`) {
      throw unauthorized();
    }
  }

  /** True when a fault has answered, or will never answer. */
  async #meetFaults(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    path: ResourcePath | undefined,
  ): Promise<boolean> {
    const verb = path
      ? verbOf(request.method ?? 'GET', url, path)
      : ('discovery' as const);
    const met = this.#faults.meet({
      verb,
      plural: path?.type.plural,
      name: path?.name,
    });
    for (const fault of met) {
      if ('latencyMs' in fault) {
        await wait(fault.latencyMs, undefined, { ref: false });
      } else if ('hang' in fault) {
        return true;
      } else if ('status' in fault) {
        sendFault(response, fault);
        return true;
      }
    }
    return response.destroyed;
  }
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  410: 'Expired',
  422: 'Invalid',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'ServiceUnavailable',
  504: 'Timeout',
};

function sendFault(
  response: ServerResponse,
  fault: Extract<Fault, { status: number }>,
): void {
  if ('body' in fault) {
    response
      .writeHead(fault.status, {
        'content-type': fault.contentType ?? 'application/json',
      })
      .end(fault.body);
    return;
  }
  const { status, message, retryAfterSeconds } = fault;
  const error = new StatusError(
    status,
    REASONS[status] ?? 'Unknown',
    message ?? `the lab was asked to answer ${status}`,
    retryAfterSeconds === undefined ? undefined : { retryAfterSeconds },
  );
  sendError(response, error);
}

function sendError(response: ServerResponse, error: unknown): void {
  if (error instanceof NoSuchPath) {
    response
      .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
      .end(`${error.message}\n`);
    return;
  }
  const status =
    error instanceof StatusError
      ? error
      : new StatusError(
          500,
          'InternalError',
          'Internal error occurred: the lab could not process the request',
        );
  const seconds = status.details?.retryAfterSeconds;
  sendJson(
    response,
    status.code,
    status.toStatus(),
    seconds === undefined ? {} : { 'retry-after': String(seconds) },
  );
}

function acceptsJson(accept: string | undefined): boolean {
  return (
    !accept ||
    accept
      .split(',')
      .map(part => part.split(';')[0].trim())
      .some(type =>
        ['application/json', 'application/*', '*/*', 'text/plain'].includes(
          type,
        ),
      )
  );
}
