import { ClusterError } from './ClusterError';

/** Reads a body up to a limit. @throws ClusterError `malformed` beyond it */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new ClusterError(
        'malformed',
        'The cluster sent a longer answer than CNOC reads.',
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Splits a stream into lines, each within a limit. @throws ClusterError `malformed` for a longer one */
export async function* readLines(
  body: AsyncIterable<Uint8Array>,
  maxLineBytes: number,
): AsyncGenerator<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(10, start);
      const part = chunk.subarray(start, end < 0 ? chunk.length : end);
      parts.push(part);
      bytes += part.length;
      if (bytes > maxLineBytes) {
        throw new ClusterError(
          'malformed',
          'The cluster sent a larger object than CNOC reads.',
        );
      }
      if (end < 0) {
        break;
      }
      if (bytes > 0) {
        yield Buffer.concat(parts).toString('utf8');
      }
      parts.length = 0;
      bytes = 0;
      start = end + 1;
    }
  }
}
