import type {
  Link,
  LinkQuery,
  SwitchHealth,
} from '@cnoc/backstage-plugin-cnoc-common';
import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import { linksOf, switchDetailOf } from '../live';
import { decodeCursor, encodeCursor } from './cursor';
import { pageQuery } from './pageQuery';
import type { RouteOptions } from './RouteOptions';

const urgency: Readonly<Record<SwitchHealth['state'], number>> = {
  silent: 0,
  unhealthy: 1,
  unknown: 2,
  lagging: 3,
  ready: 4,
};

/** Switches and links as the cluster and the agents have them; whoever may read the fabric may read these. */
export function switchRoutes(router: Router, options: RouteOptions): void {
  const { access, live } = options;

  router.get('/v1/fabrics/:fabric/switches', async (request, response) => {
    const { record } = await access.fabric(request);
    const { connection, switches } = await live.reports(record.definition);
    response.json({
      staleSince: connection.staleSince?.toISOString(),
      items: [...switches].sort((a, b) => urgency[a.state] - urgency[b.state]),
    });
  });

  router.get(
    '/v1/fabrics/:fabric/switches/:switch',
    async (request, response) => {
      const { record } = await access.fabric(request);
      const reports = await live.reports(record.definition);
      const name = request.params.switch;
      const health = reports.switches.find(one => one.name === name);
      if (!health) {
        throw new NotFoundError(
          `No switch '${name}' in the cluster of fabric '${record.definition.name}'`,
        );
      }
      response.json({
        ...switchDetailOf(health, reports.details.get(name), reports.wiring),
        staleSince: reports.connection.staleSince?.toISOString(),
      });
    },
  );

  router.get('/v1/fabrics/:fabric/links', async (request, response) => {
    const { record } = await access.fabric(request);
    const { name } = record.definition;
    const { limit, cursor, state, text } = pageQuery<LinkQuery>(request);
    const scope = ['links', name, state, text];
    // A place in the list: links change their state while somebody turns pages, and have no order that stays.
    const after = decodeCursor<{ place: number }>(cursor, scope, {
      place: 'number',
    });
    const { wiring, ...reports } = await live.reports(record.definition);
    const links = linksOf(wiring, reports).filter(
      link => (!state || link.state === state) && (!text || names(link, text)),
    );
    const place = Math.max(0, after?.place ?? 0);
    response.json({
      items: links.slice(place, place + limit),
      totalItems: links.length,
      nextCursor: encodeCursor(
        scope,
        place + limit < links.length ? { place: place + limit } : undefined,
      ),
    });
  });
}

function names({ connection, ends }: Link, text: string): boolean {
  const part = text.toLowerCase();
  return [connection, ...ends.map(({ device, port }) => `${device}/${port}`)]
    .join(' ')
    .toLowerCase()
    .includes(part);
}
