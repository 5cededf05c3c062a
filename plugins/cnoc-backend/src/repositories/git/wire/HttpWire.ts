import * as tls from 'node:tls';
import { Agent, Dispatcher, request } from 'undici';
import { AddressPolicy, policyConnector } from '../../../fabrics/network';
import { authorizationOf } from '../gitEnvironment';
import { GitRemote } from '../GitEngine';
import { GitError } from '../GitError';
import { gitError } from '../gitFailure';

/** One request to a git server. */
export interface WireRequest {
  remote: GitRemote;
  /** Below the repository's address. */
  path: string;
  /** Present: a POST. */
  body?: { type: string; content: Uint8Array };
  /** Media type that the answer must have; anything else is not a git server. */
  expects: string;
  protocol?: 'version=2';
  maxBytes: number;
  timeoutMs: number;
  signal?: AbortSignal;
}

const tlsCode =
  /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|HOSTNAME_MISMATCH|EPROTO)/;
const maxRetryAfterMs = 60 * 60_000;

/**
 * Certificates that count: Node's own, those of NODE_EXTRA_CA_CERTS and the machine's, so that both engines trust the
 * same servers. Undefined where Node cannot tell (before 22.15): each engine then has its own defaults.
 */
export function trustedAuthorities(): string[] | undefined {
  // Its types are not everywhere yet.
  const { getCACertificates } = tls as {
    getCACertificates?: (type: 'default' | 'system') => string[];
  };
  return (
    getCACertificates && [
      ...new Set([
        ...getCACertificates('default'),
        ...getCACertificates('system'),
      ]),
    ]
  );
}

/** Talks http with git servers: no redirects, checked addresses, everything within a time and a size. */
export class HttpWire {
  readonly #policy: AddressPolicy;
  readonly #agents = new Map<boolean, Agent>();
  /** Made once: reading some hundred certificates for each connection would hold up everything else. */
  #trust: tls.SecureContext | undefined;

  private constructor(policy: AddressPolicy) {
    this.#policy = policy;
  }

  static create(policy: AddressPolicy): HttpWire {
    return new HttpWire(policy);
  }

  /**
   * Calls `read` with the answer's body and gives what it gives.
   *
   * @throws GitError; NotAllowedError for an address that may not be dialled
   */
  async exchange<T>(
    ask: WireRequest,
    read: (body: AsyncIterable<Uint8Array>) => Promise<T>,
  ): Promise<T> {
    const { remote, signal } = ask;
    const base = new URL(remote.url);
    this.#policy.checkUrl(base);
    const authorization = authorizationOf(remote);
    const deadline = AbortSignal.timeout(ask.timeoutMs);
    const ended = signal ? AbortSignal.any([signal, deadline]) : deadline;
    let answered = false;
    let body: Dispatcher.ResponseData['body'] | undefined;
    try {
      const answer = await request(
        `${base.origin}${base.pathname.replace(/\/+$/, '')}/${ask.path}`,
        {
          dispatcher: this.#agent(remote.skipTLSVerify === true),
          method: ask.body ? 'POST' : 'GET',
          headers: {
            // Some hosts answer git's own clients only.
            'user-agent': 'git/cnoc',
            accept: ask.expects,
            'accept-encoding': 'identity',
            ...(authorization && { authorization }),
            ...(ask.protocol && { 'git-protocol': ask.protocol }),
            ...(ask.body && { 'content-type': ask.body.type }),
          },
          body: ask.body?.content,
          signal: ended,
          headersTimeout: ask.timeoutMs,
          bodyTimeout: ask.timeoutMs,
        },
      );
      body = answer.body;
      // What destroys a body that is left unread is our own doing.
      body.on('error', () => undefined);
      const refusal = refusalOf(answer.statusCode, answer.headers);
      if (refusal) {
        throw refusal;
      }
      const type = String(answer.headers['content-type'] ?? '').split(';')[0];
      if (type !== ask.expects) {
        throw gitError('notFound');
      }
      answered = true;
      return await read(limited(body, ask.maxBytes));
    } catch (error) {
      if (signal?.aborted) {
        throw gitError('aborted');
      }
      if (deadline.aborted) {
        throw gitError('timeout');
      }
      throw wireError(error, answered);
    } finally {
      body?.destroy();
    }
  }

  /** Ends idle connections. */
  async close(): Promise<void> {
    const agents = [...this.#agents.values()];
    this.#agents.clear();
    await Promise.all(agents.map(agent => agent.destroy()));
  }

  #agent(skipTLSVerify: boolean): Agent {
    let agent = this.#agents.get(skipTLSVerify);
    if (!agent) {
      this.#trust ??= tls.createSecureContext({ ca: trustedAuthorities() });
      agent = new Agent({
        connect: policyConnector(this.#policy, {
          secureContext: this.#trust,
          rejectUnauthorized: !skipTLSVerify,
          timeout: 15_000,
        }),
        keepAliveTimeout: 90_000,
        keepAliveMaxTimeout: 120_000,
        connections: 4,
      });
      this.#agents.set(skipTLSVerify, agent);
    }
    return agent;
  }
}

async function* limited(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw gitError('tooLarge');
    }
    yield chunk;
  }
}

function refusalOf(
  status: number,
  headers: Dispatcher.ResponseData['headers'],
): GitError | undefined {
  if (status === 200) return undefined;
  if (status === 401) return gitError('unauthorized');
  if (status === 403) return gitError('forbidden');
  if (status === 404 || status === 410) return gitError('notFound');
  if (status === 429) {
    const seconds = Number(headers['retry-after']);
    return gitError(
      'throttled',
      seconds > 0
        ? { retryAfterMs: Math.min(seconds * 1000, maxRetryAfterMs) }
        : {},
    );
  }
  if (status >= 300 && status < 400) return gitError('redirected');
  return gitError(status >= 500 ? 'unreachable' : 'failed');
}

function wireError(error: unknown, answered: boolean): unknown {
  // Not instanceof: errors of Node's own sockets are of another realm under a test runner
  const { name, code: given } = (error ?? {}) as NodeJS.ErrnoException;
  if (['GitError', 'NotAllowedError', 'InputError'].includes(name)) {
    return error;
  }
  const code = String(given ?? '');
  if (tlsCode.test(code)) {
    return gitError('tls');
  }
  if (/TIMEOUT|ETIMEDOUT/.test(code)) {
    return gitError('timeout');
  }
  if (/ENOSPC|EDQUOT|EFBIG/.test(code)) {
    return gitError('diskFull');
  }
  return gitError(answered ? 'broken' : 'unreachable');
}
