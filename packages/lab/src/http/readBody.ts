import type { IncomingMessage } from 'node:http';
import { tooLarge } from '../kubernetes/StatusError';

/** kube-apiserver's own limit for one request body. */
export const MAX_BODY_BYTES = 3 * 1024 * 1024;

/** The whole body as text. Throws a 413 StatusError as soon as it is known to be too large. */
export async function readBody(
  request: IncomingMessage,
  limit = MAX_BODY_BYTES,
): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    throw tooLarge(limit);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > limit) {
      throw tooLarge(limit);
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
