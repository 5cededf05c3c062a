import {
  CustomErrorBase,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Request, Response } from 'express';

const MOST_BYTES = 1024 * 1024;
/** Of all bodies that are being read at once */
const MOST_BYTES_IN_ALL = 32 * MOST_BYTES;
const WITHIN_MS = 10_000;

class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
}

class UnsupportedMediaTypeError extends CustomErrorBase {
  name = 'UnsupportedMediaTypeError' as const;
}

/** Reads bodies of at most 1 MB as they came, counting while they stream; what is refused is not read on. */
export class RawBodyReader {
  #bytesInAll = 0;

  static create(): RawBodyReader {
    return new RawBodyReader();
  }

  /**
   * @throws PayloadTooLargeError, UnsupportedMediaTypeError for a compressed body, InputError for one that does not come,
   * ServiceUnavailableError while too many are read
   */
  async read(request: Request, response: Response): Promise<Buffer> {
    const late = new AbortController();
    const deadline = setTimeout(() => late.abort(), WITHIN_MS);
    let size = 0;
    try {
      assertReadable(request);
      return await new Promise<Buffer>((resolve, reject) => {
        const chunks: Buffer[] = [];
        late.signal.addEventListener('abort', () =>
          reject(new InputError('The delivery came too slowly')),
        );
        request.on('data', (chunk: Buffer) => {
          size += chunk.length;
          this.#bytesInAll += chunk.length;
          if (size > MOST_BYTES) {
            reject(tooLarge());
          } else if (this.#bytesInAll > MOST_BYTES_IN_ALL) {
            reject(
              new ServiceUnavailableError(
                'Too many deliveries come at once; send it again later',
              ),
            );
          } else {
            chunks.push(chunk);
          }
        });
        request.once('end', () => resolve(Buffer.concat(chunks)));
        request.once('close', () =>
          reject(new InputError('The delivery broke off')),
        );
      });
    } catch (error) {
      request.removeAllListeners('data');
      request.pause();
      // The rest of the body may still be under way, so the connection cannot be used again
      response.set('Connection', 'close');
      throw error;
    } finally {
      clearTimeout(deadline);
      this.#bytesInAll -= size;
    }
  }
}

function assertReadable(request: Request): void {
  if (request.header('Content-Encoding')) {
    throw new UnsupportedMediaTypeError(
      'Send the delivery without compression',
    );
  }
  if (Number(request.header('Content-Length') ?? 0) > MOST_BYTES) {
    throw tooLarge();
  }
}

function tooLarge(): PayloadTooLargeError {
  return new PayloadTooLargeError('A delivery has at most 1 MB');
}
