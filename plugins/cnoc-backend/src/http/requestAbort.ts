import type { Request, Response } from 'express';

/** Aborts when the client goes away before it got its answer. */
export function requestAbort(
  _request: Request,
  response: Response,
): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}
