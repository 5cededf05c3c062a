import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, Dispatcher, request } from 'undici';
import { AddressPolicy, policyConnector } from '../fabrics/network';
import { ClusterDefinition } from './ClusterDefinition';
import { ClusterError } from './ClusterError';
import { readBody } from './readBody';
import { RequestBudget } from './RequestBudget';
import { statusError } from './statusError';
import { isBrokenSocket, transportError } from './transportError';

/** Limits of one request. Bytes and milliseconds. */
export interface ClusterLimits {
  maxListBytes: number;
  maxObjectBytes: number;
  requestTimeoutMs: number;
  /** How often a 429 is waited out before it is reported. */
  throttleRetries: number;
  /** A longer Retry-After is reported at once. */
  maxThrottleWaitMs: number;
}

const defaultLimits: ClusterLimits = {
  maxListBytes: 64 * 1024 * 1024,
  maxObjectBytes: 8 * 1024 * 1024,
  requestTimeoutMs: 30_000,
  throttleRetries: 3,
  maxThrottleWaitMs: 10_000,
};

/** One request to a cluster, relative to the root of its API. */
export interface Call {
  method?: Dispatcher.HttpMethod;
  path: string;
  query?: Record<string, string | undefined>;
  body?: unknown;
  contentType?: string;
  maxBytes?: number;
  signal?: AbortSignal;
}

/**
 * The connection to one cluster: its sockets, its request budget, its deadlines and byte caps. Redirects are never
 * followed, and every failure is a ClusterError.
 */
export class ClusterTransport {
  readonly #definition: ClusterDefinition;
  readonly #dispatcher: Agent;
  readonly #budget = new RequestBudget({ perSecond: 1_000, maxAtOnce: 32 });
  /** Apart, so that watches that hang while they open leave room for the request that finds out. */
  readonly #streamBudget = new RequestBudget({ perSecond: 50, maxAtOnce: 24 });
  readonly #limits: ClusterLimits;

  private constructor(
    definition: ClusterDefinition,
    dispatcher: Agent,
    limits: ClusterLimits,
  ) {
    this.#definition = definition;
    this.#dispatcher = dispatcher;
    this.#limits = limits;
  }

  static create(options: {
    definition: ClusterDefinition;
    policy: AddressPolicy;
    limits?: Partial<ClusterLimits>;
  }): ClusterTransport {
    const { definition, policy } = options;
    const limits = { ...defaultLimits, ...options.limits };
    const dispatcher = new Agent({
      connect: policyConnector(policy, {
        timeout: 10_000,
        minVersion: 'TLSv1.2',
        rejectUnauthorized: !definition.skipTLSVerify,
        ...(definition.ca && { ca: definition.ca }),
      }),
      connections: 64,
      pipelining: 1,
      headersTimeout: limits.requestTimeoutMs,
      bodyTimeout: 0,
      keepAliveTimeout: 30_000,
    });
    return new ClusterTransport(definition, dispatcher, limits);
  }

  get limits(): ClusterLimits {
    return this.#limits;
  }

  /** Ends all requests and closes all sockets. */
  async close(): Promise<void> {
    await this.#dispatcher.destroy();
  }

  /** One request and its whole answer; a 429 is waited out a few times. */
  async call(call: Call): Promise<string> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#budget.run(() => this.#answer(call), call.signal);
      } catch (error) {
        const failure = transportError(error);
        const wait = failure.retryAfterMs ?? 500 * 2 ** attempt;
        if (
          failure.reason !== 'throttled' ||
          attempt >= this.#limits.throttleRetries ||
          wait > this.#limits.maxThrottleWaitMs
        ) {
          throw failure;
        }
        // A 429 was not carried out, so also a write may be sent again.
        await sleep(wait * (1 + Math.random() / 4), undefined, {
          signal: call.signal,
        }).catch(() => {
          throw failure;
        });
      }
    }
  }

  /** Opens an answer that comes piece by piece; its end is the signal's affair. */
  async stream(
    call: Call & { signal: AbortSignal },
  ): Promise<AsyncIterable<Uint8Array>> {
    const answer = await this.#streamBudget.run(
      () => this.#open(call),
      call.signal,
    );
    return answer.body;
  }

  async #answer(call: Call): Promise<string> {
    const deadline = AbortSignal.timeout(this.#limits.requestTimeoutMs);
    const signal = call.signal
      ? AbortSignal.any([call.signal, deadline])
      : deadline;
    const maxBytes = call.maxBytes ?? this.#limits.maxObjectBytes;
    const once = async () =>
      readBody((await this.#open({ ...call, signal })).body, maxBytes);
    return once().catch(error => {
      // The server may close an idle socket at the very moment it is used again. Only a read may be sent twice.
      if ((call.method ?? 'GET') !== 'GET' || !isBrokenSocket(error)) {
        throw error;
      }
      return once();
    });
  }

  /** @throws ClusterError for an answer outside 2xx */
  async #open(call: Call): Promise<Dispatcher.ResponseData> {
    const { server, token } = this.#definition;
    const url = new URL(server);
    url.pathname = `${server.pathname.replace(/\/$/, '')}${call.path}`;
    for (const [key, value] of Object.entries(call.query ?? {})) {
      if (value !== undefined) {
        url.searchParams.set(key, value);
      }
    }
    const answer = await request(url, {
      dispatcher: this.#dispatcher,
      method: call.method ?? 'GET',
      signal: call.signal,
      headers: {
        accept: 'application/json',
        'user-agent': 'cnoc',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(call.contentType && { 'content-type': call.contentType }),
      },
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    });
    const { statusCode, headers } = answer;
    // None was asked for, so a compressed answer could only be a trap (K12).
    const encoding = headers['content-encoding'];
    if (statusCode >= 200 && statusCode < 300) {
      if (encoding && encoding !== 'identity') {
        // Destroying a body is an error of its stream, which nobody else listens to.
        answer.body.on('error', () => undefined).destroy();
        throw new ClusterError(
          'malformed',
          'The cluster sent an encoding that was not asked for.',
        );
      }
      return answer;
    }
    const retryAfter = headers['retry-after'];
    const body = await readBody(answer.body, 256 * 1024).catch(() => '');
    throw statusError(
      statusCode,
      body,
      Array.isArray(retryAfter) ? retryAfter[0] : retryAfter,
    );
  }
}
