import type { Router } from 'express';
import { decodeCursor, encodeCursor } from './cursor';
import { pageQuery } from './pageQuery';
import type { RouteOptions } from './RouteOptions';

export function historyRoutes(
  router: Router,
  { access, history }: RouteOptions,
): void {
  router.get(
    '/v1/fabrics/:fabric/resources/:kind/:name/history',
    async (request, response) => {
      const { record } = await access.fabric(request);
      const fabric = record.definition.name;
      const { kind, name } = request.params;
      const { limit, cursor } = pageQuery(request);
      const scope = ['history', fabric, kind, name];
      const after = decodeCursor<{ before: number }>(cursor, scope, {
        before: 'number',
      });
      const found = await history.page(
        fabric,
        { kind, name },
        { before: after?.before, limit: limit + 1 },
      );
      const items = found.slice(0, limit);
      response.json({
        items: items.map(({ moment }) => moment),
        nextCursor: encodeCursor(
          scope,
          found.length > limit ? { before: items.at(-1)!.id } : undefined,
        ),
      });
    },
  );
}
