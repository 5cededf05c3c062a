import type { Router } from 'express';
import { decodeCursor, encodeCursor } from './cursor';
import { pageQuery } from './pageQuery';
import type { RouteOptions } from './RouteOptions';

export function activityRoutes(
  router: Router,
  { access, activity }: RouteOptions,
): void {
  router.get('/v1/fabrics/:fabric/activity', async (request, response) => {
    const { record } = await access.fabric(request);
    const { name } = record.definition;
    const { limit, cursor } = pageQuery(request);
    const scope = ['activity', name];
    const after = decodeCursor<{ before: number }>(cursor, scope, {
      before: 'number',
    });
    const found = await activity.page(name, {
      before: after?.before,
      limit: limit + 1,
    });
    const items = found.slice(0, limit);
    response.json({
      items,
      nextCursor: encodeCursor(
        scope,
        found.length > limit ? { before: Number(items.at(-1)!.id) } : undefined,
      ),
    });
  });
}
