import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a request does; `list` and `watch` are of collections, `get` is of anything else. */
export type Verb = 'list' | 'watch' | 'get' | 'apply' | 'patch' | 'delete';

/** One request as the proxy sees it. */
export interface Asked {
  verb: Verb;
  method: string;
  /** Path and query */
  path: string;
}

/** An event of a watch, as JSON. */
export interface Told {
  type: string;
  object: { metadata: { name?: string; resourceVersion: string } };
}

/** A request in the hands of a fault, which answers it or passes it on. */
export interface Exchange {
  asked: Asked;
  request: IncomingMessage;
  response: ServerResponse;
  /** Lets the server answer; with `headers` instead of some of those of the request. */
  pass(options?: {
    headers?: Record<string, string>;
    /** Makes another body of the server's; the answer is then sent whole. */
    rewrite?: (body: string) => string;
    /** The server does what it is asked, and the answer is lost on the way. */
    loseAnswer?: boolean;
  }): void;
}

/** Something that goes wrong between CNOC and the API server. */
export interface Fault {
  /** Default: every verb */
  verb?: Verb;
  /** A part of the path; default: every path */
  path?: string;
  /** How many requests or events it meets; default: all until it is removed */
  times?: number;
  /** What becomes of a request, in place of handing it on */
  answer?: (exchange: Exchange) => void;
  /** What becomes of an event of a watch, also of one that is open already; `cut` breaks the watch off */
  tell?: (event: Told) => readonly Told[] | 'cut';
}

const VERBS: Readonly<Record<string, Verb>> = {
  PATCH: 'patch',
  DELETE: 'delete',
};
const COLLECTION =
  /^\/apis\/[^/]+\.githedgehog\.com\/[^/]+(\/namespaces\/[^/]+)?\/[^/]+$/;

/** Reads off a request what is asked. */
export function askedOf({ method = '', url = '', headers }: IncomingMessage) {
  const { pathname, searchParams } = new URL(url, 'http://proxy.invalid');
  const isApply = headers['content-type'] === 'application/apply-patch+yaml';
  let verb = VERBS[method] ?? 'get';
  if (isApply) verb = 'apply';
  else if (searchParams.get('watch') === 'true') verb = 'watch';
  else if (method === 'GET' && COLLECTION.test(pathname)) verb = 'list';
  return { verb, method, path: url } satisfies Asked;
}

export function meets(fault: Fault, { verb, path }: Asked): boolean {
  return (
    (fault.verb ?? verb) === verb &&
    (fault.path === undefined || path.includes(fault.path))
  );
}
