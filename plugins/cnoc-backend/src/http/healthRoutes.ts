import { cnocContractReadPermission } from '@cnoc/backstage-plugin-cnoc-common';
import type { Router } from 'express';
import type { RouteOptions } from './RouteOptions';

export function healthRoutes(
  router: Router,
  { access, health }: RouteOptions,
): void {
  router.get('/v1/health', async (request, response) => {
    await access.require(request, cnocContractReadPermission);
    response.json(await health.check());
  });
}
