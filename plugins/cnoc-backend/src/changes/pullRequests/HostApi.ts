import { Agent, request } from 'undici';
import { AddressPolicy, policyConnector } from '../../fabrics/network';
import { inertText } from '../../repositories';
import { PullRequestError } from './PullRequestError';

const timeoutMs = 15_000;
const maxBodyBytes = 2 * 1024 * 1024;

export interface HostAnswer {
  status: number;
  /** Undefined for a body that is no JSON. */
  body: unknown;
}

/** REST of one git host, for one repository and one secret. Follows no redirect: the secret is for this host alone. */
export class HostApi {
  readonly #base: string;
  readonly #authorization: string | undefined;
  readonly #secret: string | undefined;
  readonly #agent: Agent;
  readonly #policy: AddressPolicy;

  private constructor(options: HostApiOptions) {
    this.#base = options.base.replace(/\/$/, '');
    this.#authorization = options.authorization;
    this.#secret = options.secret;
    this.#policy = options.policy;
    this.#agent = new Agent({
      connect: policyConnector(options.policy, {
        timeout: timeoutMs,
        rejectUnauthorized: !options.skipTLSVerify,
      }),
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      maxResponseSize: maxBodyBytes,
    });
  }

  static create(options: HostApiOptions): HostApi {
    return new HostApi(options);
  }

  /**
   * @param path - from the API's base, with everything in it encoded
   * @throws PullRequestError when there is no answer
   */
  async call(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<HostAnswer> {
    try {
      const url = new URL(this.#base + path);
      this.#policy.checkUrl(url);
      const answer = await request(url, {
        method,
        dispatcher: this.#agent,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          accept: 'application/json',
          'user-agent': 'cnoc',
          ...(this.#authorization && { authorization: this.#authorization }),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await answer.body.text();
      return { status: answer.statusCode, body: parse(this.#without(text)) };
    } catch (error) {
      // What undici says may name inner addresses
      const refused =
        error instanceof Error &&
        (error.name === 'NotAllowedError' || error.name === 'InputError');
      throw new PullRequestError(
        refused ? error.message : 'The git host did not answer.',
      );
    }
  }

  /** What a host sends back of the secret must not come into a message. */
  #without(text: string): string {
    return [this.#secret, this.#authorization?.split(' ')[1]].reduce(
      (left: string, secret) =>
        secret ? left.replaceAll(secret, '***') : left,
      text,
    );
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }
}

export interface HostApiOptions {
  /** For example `https://api.github.com` */
  base: string;
  authorization?: string;
  /** What must never come back in a message */
  secret?: string;
  skipTLSVerify?: boolean;
  policy: AddressPolicy;
}

/** An answer that is none of the expected, in words. */
export function refusalOf({ status, body }: HostAnswer): PullRequestError {
  const said = messageOf(body);
  const words: Record<number, string> = {
    401: 'the secret is not accepted by its API',
    403: 'the secret does not have the right',
    404: 'it does not know the repository, or the secret may not see it',
    429: 'there were too many requests; try later',
  };
  const why =
    words[status] ??
    (status >= 300 && status < 400
      ? 'it points to another address; mend the address of the repository'
      : `it answered ${status}`);
  return new PullRequestError(
    `The git host opened no pull request: ${why}${said ? ` (${said})` : ''}.`,
  );
}

/** Only http and https: the address becomes a link on a page. */
export function linkOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 2_000) return undefined;
  try {
    const { protocol, href } = new URL(value);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}

/** A field of a JSON answer; undefined where there is none. */
export function fieldOf(value: unknown, ...path: string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    if (!Object.prototype.hasOwnProperty.call(current, key)) return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}

function messageOf(body: unknown): string | undefined {
  const texts = [
    fieldOf(body, 'errors', '0', 'message'),
    fieldOf(body, 'error', 'message'),
    fieldOf(body, 'message', '0'),
    fieldOf(body, 'message'),
  ];
  const text = texts.find(one => typeof one === 'string' && one !== '');
  return text === undefined
    ? undefined
    : inertText(String(text), 200).replace(/\.$/, '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
