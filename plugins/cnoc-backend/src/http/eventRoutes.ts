import type { Router } from 'express';
import { followFabric } from './followFabric';
import type { RouteOptions } from './RouteOptions';

export function eventRoutes(
  router: Router,
  { access, tails, streams }: RouteOptions,
): void {
  router.get('/v1/fabrics/:fabric/events', async (request, response) => {
    const { record, reader } = await access.reader(request);
    const tail = await tails.of(record.definition.name);
    followFabric(
      tail,
      request.header('Last-Event-ID'),
      streams.open(response, reader),
    );
  });
}
