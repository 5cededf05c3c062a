import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, Dispatcher, request } from 'undici';
import { AddressPolicy, policyConnector } from '../fabrics/network';
import { AccessSource, ClusterAccess } from './clusters/ClusterAccess';
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
  readonly #access: AccessSource;
  readonly #policy: AddressPolicy;
  readonly #onSocket: () => void;
  #sockets: Sockets | undefined;
  /** Of an earlier certificate or authority, until their last answers are read */
  readonly #oldSockets = new Set<Agent>();
  #closed = false;
  readonly #budget = new RequestBudget({ perSecond: 1_000, maxAtOnce: 32 });
  /** Apart, so that watches that hang while they open leave room for the request that finds out. */
  readonly #streamBudget = new RequestBudget({ perSecond: 50, maxAtOnce: 24 });
  readonly #limits: ClusterLimits;

  private constructor(
    access: AccessSource,
    policy: AddressPolicy,
    limits: ClusterLimits,
    onSocket: () => void,
  ) {
    this.#access = access;
    this.#onSocket = onSocket;
    this.#policy = policy;
    this.#limits = limits;
  }

  static create(options: {
    access: AccessSource;
    policy: AddressPolicy;
    limits?: Partial<ClusterLimits>;
    /** Called when a socket opens or closes. */
    onSocket?: () => void;
  }): ClusterTransport {
    const { access, policy, onSocket = () => {} } = options;
    const limits = { ...defaultLimits, ...options.limits };
    return new ClusterTransport(access, policy, limits, onSocket);
  }

  get limits(): ClusterLimits {
    return this.#limits;
  }

  /** Ends all requests and closes all sockets. */
  async close(): Promise<void> {
    this.#closed = true;
    const agents = [...this.#oldSockets];
    if (this.#sockets) agents.push(this.#sockets.agent);
    await Promise.all(agents.map(agent => agent.destroy()));
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
    const access = await this.#access({ fresh: false });
    try {
      return await this.#send(call, access);
    } catch (error) {
      if (!(error instanceof ClusterError) || error.reason !== 'unauthorized') {
        throw error;
      }
      // A token that rotates may have done so since it was read: one more try with the newest, and no more (K1)
      const renewed = await this.#access({ fresh: true });
      if (signInOf(renewed) === signInOf(access)) throw error;
      return this.#send(call, renewed);
    }
  }

  async #send(
    call: Call,
    access: ClusterAccess,
  ): Promise<Dispatcher.ResponseData> {
    const { server, token } = access;
    const url = new URL(server);
    url.pathname = `${server.pathname.replace(/\/$/, '')}${call.path}`;
    for (const [key, value] of Object.entries(call.query ?? {})) {
      if (value !== undefined) {
        url.searchParams.set(key, value);
      }
    }
    const answer = await request(url, {
      dispatcher: this.#agentFor(access),
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

  /** Sockets are shared as long as what they were opened with stays. */
  #agentFor(access: ClusterAccess): Agent {
    const shape = tlsShapeOf(access);
    if (this.#sockets?.shape === shape) return this.#sockets.agent;
    if (this.#closed) {
      throw new ClusterError('unavailable', 'The connection is closed.');
    }
    const old = this.#sockets?.agent;
    if (old) {
      this.#oldSockets.add(old);
      old.close().then(
        () => this.#oldSockets.delete(old),
        () => this.#oldSockets.delete(old),
      );
    }
    const agent = agentOf(access, this.#policy, this.#limits);
    agent.on('connect', this.#onSocket).on('disconnect', this.#onSocket);
    this.#sockets = { shape, agent };
    return agent;
  }
}

interface Sockets {
  shape: string;
  agent: Agent;
}

function agentOf(
  access: ClusterAccess,
  policy: AddressPolicy,
  limits: ClusterLimits,
): Agent {
  const { ca, clientCertificate, skipTLSVerify } = access;
  return new Agent({
    connect: policyConnector(policy, {
      timeout: 10_000,
      minVersion: 'TLSv1.2',
      rejectUnauthorized: !skipTLSVerify,
      ...(ca && { ca }),
      ...(clientCertificate && {
        cert: clientCertificate.certificate,
        key: clientCertificate.privateKey,
        passphrase: clientCertificate.passphrase,
      }),
    }),
    connections: 64,
    pipelining: 1,
    headersTimeout: limits.requestTimeoutMs,
    bodyTimeout: 0,
    keepAliveTimeout: 30_000,
  });
}

function tlsShapeOf(access: ClusterAccess): string {
  const { ca, clientCertificate, skipTLSVerify } = access;
  return JSON.stringify([ca, clientCertificate, skipTLSVerify]);
}

function signInOf({ token, clientCertificate }: ClusterAccess): string {
  return JSON.stringify([token, clientCertificate]);
}
