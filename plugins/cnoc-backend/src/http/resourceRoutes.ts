import type { ResourceQuery } from '@cnoc/backstage-plugin-cnoc-common';
import type { Router } from 'express';
import type { ResourcePosition } from '../drift/ResourceStateStore';
import { decodeCursor, encodeCursor } from './cursor';
import { linkSources } from './linkSources';
import { pageQuery } from './pageQuery';
import type { RouteOptions } from './RouteOptions';

export function resourceRoutes(router: Router, options: RouteOptions): void {
  const { access, states, resources, repositories } = options;

  const linked = linkSources(repositories);

  router.get('/v1/fabrics/:fabric/resources', async (request, response) => {
    const { record } = await access.fabric(request);
    const { name } = record.definition;
    const { limit, cursor, kind, state, severity, text, sort } =
      pageQuery<ResourceQuery>(request);
    const scope = ['resources', name, kind, state, severity, text, sort];
    const after = decodeCursor<ResourcePosition>(cursor, scope, {
      need: 'number',
      kind: 'string',
      name: 'string',
    });
    const [page, kinds] = await Promise.all([
      states.page(name, {
        kind,
        state,
        severity,
        text,
        sort: sort ?? 'name',
        after,
        limit: limit + 1,
      }),
      states.kinds(name),
    ]);
    const items = page.items.slice(0, limit);
    response.json({
      items: items.map(item => linked(record.definition, item)),
      totalItems: page.total,
      nextCursor: encodeCursor(
        scope,
        page.items.length > limit ? page.positions[limit - 1] : undefined,
      ),
      kinds,
    });
  });

  router.get(
    '/v1/fabrics/:fabric/resources/:kind/:name',
    async (request, response) => {
      const { record } = await access.fabric(request);
      const { definition } = record;
      const detail = await resources.describe(
        definition,
        request.params.kind,
        request.params.name,
      );
      response.json({
        ...linked(definition, detail),
        openFindings: detail.openFindings.map(finding =>
          linked(definition, finding),
        ),
      });
    },
  );
}
