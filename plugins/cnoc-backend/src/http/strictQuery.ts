import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/**
 * Refuses queries that the parser would bend: nested keys, keys given twice, and prototype keys, which it drops without a
 * word.
 */
export const strictQuery: RequestHandler = (request, _response, next) => {
  const start = request.url.indexOf('?');
  const seen = new Set<string>();
  for (const [name] of new URLSearchParams(
    start < 0 ? '' : request.url.slice(start),
  )) {
    if (!/^[A-Za-z]+$/.test(name)) {
      throw new InputError('query: a parameter has a name that no route knows');
    }
    if (seen.has(name)) {
      throw new InputError(`query.${name}: given twice`);
    }
    seen.add(name);
  }
  next();
};
