import {
  cnocRepositoryReadPermission,
  type Repository,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Router } from 'express';
import { decodeCursor, encodeCursor } from './cursor';
import { pageQuery } from './pageQuery';
import type { RouteOptions } from './RouteOptions';

export function repositoryRoutes(router: Router, options: RouteOptions): void {
  const { access, fabrics, repositories } = options;

  router.get('/v1/repositories', async (request, response) => {
    await access.require(request, cnocRepositoryReadPermission);
    const { limit, cursor } = pageQuery(request);
    const scope = ['repositories'];
    const after = decodeCursor<{ name: string }>(cursor, scope, {
      name: 'string',
    });
    const [all, readable] = await Promise.all([
      repositories.list(),
      access.readable(request),
    ]);
    const records = readable.any
      ? await fabrics.list({ criteria: readable.criteria })
      : [];
    const found = all
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .filter(({ name }) => !after || name > after.name);
    const page = found.slice(0, limit);
    response.json({
      items: page.map(
        ({ name, url, branch, health }): Repository => ({
          name,
          url,
          branch,
          health: { ...health, since: health.since?.toISOString() },
          fabrics: records
            .filter(({ definition }) => definition.repository === name)
            .map(({ definition }) => definition.name),
        }),
      ),
      totalItems: all.length,
      nextCursor: encodeCursor(
        scope,
        found.length > limit ? { name: page.at(-1)!.name } : undefined,
      ),
    });
  });
}
