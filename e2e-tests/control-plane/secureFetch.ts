import { Agent, request } from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';

/**
 * A `fetch` that trusts this certificate authority alone, for requests with text bodies. The global one trusts only
 * what the whole process trusts.
 */
export function secureFetch(ca: string): typeof fetch & { close(): void } {
  const agent = new Agent({ ca, keepAlive: true });
  const secure = (
    input: string | URL | Request,
    init: RequestInit = {},
  ): Promise<Response> =>
    new Promise((resolve, reject) => {
      const body = init.body as string | undefined;
      const outgoing = request(
        String(input),
        {
          agent,
          method: init.method ?? 'GET',
          headers: {
            ...(init.headers as Record<string, string>),
            // Node sends the body of a DELETE without saying how long it is.
            ...(body === undefined
              ? {}
              : { 'content-length': String(Buffer.byteLength(body)) }),
          },
          signal: init.signal ?? undefined,
        },
        incoming => {
          // A reader that goes away in the middle of a watch is no error to report.
          incoming.on('error', () => {});
          resolve(
            new Response(
              incoming.statusCode === 204
                ? null
                : (Readable.toWeb(incoming) as WebStream<Uint8Array> as never),
              {
                status: incoming.statusCode,
                headers: incoming.headers as Record<string, string>,
              },
            ),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  return Object.assign(secure, { close: () => agent.destroy() });
}
