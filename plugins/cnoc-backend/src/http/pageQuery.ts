import type { Request } from 'express';

/** A query as the contract's validator left it: known parameters only, converted, defaults filled in. */
export function pageQuery<T extends object = {}>(
  request: Request,
): T & { limit: number; cursor?: string } {
  return request.query as unknown as T & { limit: number; cursor?: string };
}
