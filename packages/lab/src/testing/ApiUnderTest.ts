import type { JsonObject } from '../kubernetes/json';

/** A Kubernetes API that serves Hedgehog's kinds, with the namespace `default` and nothing else that matters. */
export interface ApiUnderTest {
  /** The API's root, without a slash at the end. */
  url: string;
  token?: string;
  /** Absent = the global fetch; a real API server needs one that trusts its certificate. */
  fetch?: typeof fetch;
  /** Makes the server forget its history, that of watches and that of pages. */
  compact(): Promise<void> | void;
  stop(): Promise<void>;
}

export interface Answer {
  code: number;
  /** Empty when the answer is no JSON. */
  body: JsonObject;
  /** The answer as it came. */
  text: string;
  headers: Headers;
}

export interface WatchedEvent {
  type: string;
  object: JsonObject & { metadata: JsonObject };
}

const WAIT_MS = 15_000;

/** Speaks JSON with an API. */
export class ApiCaller {
  readonly #api: Pick<ApiUnderTest, 'url' | 'token' | 'fetch'>;

  constructor(api: Pick<ApiUnderTest, 'url' | 'token' | 'fetch'>) {
    this.#api = api;
  }

  async request(
    method: string,
    path: string,
    body?: unknown,
    mediaType = 'application/json',
  ): Promise<Answer> {
    const response = await this.#fetch(path, {
      method,
      headers: { 'content-type': mediaType },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      code: response.status,
      body: parsed(text),
      text,
      headers: response.headers,
    };
  }

  get(path: string): Promise<Answer> {
    return this.request('GET', path);
  }

  /** Server-side apply. */
  apply(
    path: string,
    object: JsonObject,
    manager: string,
    query = '',
  ): Promise<Answer> {
    return this.request(
      'PATCH',
      `${path}?fieldManager=${manager}${query}`,
      object,
      'application/apply-patch+yaml',
    );
  }

  merge(path: string, patch: JsonObject, query = ''): Promise<Answer> {
    return this.request(
      'PATCH',
      `${path}${query}`,
      patch,
      'application/merge-patch+json',
    );
  }

  /** Reads a watch until `enough`, or until the server ends it. Throws after fifteen seconds. */
  async watch(
    path: string,
    enough: (events: WatchedEvent[]) => boolean,
    onOpen: () => Promise<unknown> = async () => {},
  ): Promise<WatchedEvent[]> {
    const abort = AbortSignal.timeout(WAIT_MS);
    const response = await this.#fetch(path, { signal: abort });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const decoder = new TextDecoder();
    const events: WatchedEvent[] = [];
    let rest = '';
    const opened = onOpen();
    while (!enough(events)) {
      const { done, value } = await reader.read();
      if (done) {
        break;
      }
      const lines = (rest + decoder.decode(value, { stream: true })).split(
        '\n',
      );
      rest = lines.pop() ?? '';
      events.push(...lines.map(line => JSON.parse(line) as WatchedEvent));
    }
    await opened;
    await reader.cancel();
    return events;
  }

  #fetch(path: string, init: RequestInit): Promise<Response> {
    const { url, token, fetch: own = fetch } = this.#api;
    return own(`${url}${path}`, {
      ...init,
      headers: {
        ...init.headers,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
    });
  }
}

function parsed(text: string): JsonObject {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return {};
  }
}
