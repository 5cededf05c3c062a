import type { Page } from '@cnoc/backstage-plugin-cnoc-common';
import type { Request } from 'express';
import type { CreatedPosition } from '../deployments/PlanStore';
import { decodeCursor, encodeCursor } from './cursor';
import { pageQuery } from './pageQuery';

/** A page of things that are listed newest first. */
export async function createdPage<T extends CreatedPosition>(
  request: Request,
  scope: readonly unknown[],
  read: (options: { after?: CreatedPosition; limit: number }) => Promise<T[]>,
): Promise<Page<T>> {
  const { limit, cursor } = pageQuery(request);
  const after = decodeCursor<{ createdAt: string; id: string }>(cursor, scope, {
    createdAt: 'string',
    id: 'string',
  });
  const found = await read({ after, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: encodeCursor(
      scope,
      found.length > limit && last
        ? { createdAt: last.createdAt, id: last.id }
        : undefined,
    ),
  };
}
