/**
 * The server did not answer in time.
 *
 * @internal
 */
export class RequestTimeoutError extends Error {
  readonly name = 'RequestTimeoutError';

  constructor(seconds: number) {
    super(`No answer within ${seconds} seconds`);
  }
}
