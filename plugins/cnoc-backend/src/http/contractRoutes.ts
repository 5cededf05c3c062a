import {
  cnocContractReadPermission,
  spec,
} from '@cnoc/backstage-plugin-cnoc-common';
import { kinds } from '@cnoc/hedgehog';
import type { Router } from 'express';
import type { RouteOptions } from './RouteOptions';

export function contractRoutes(router: Router, { access }: RouteOptions): void {
  router.get('/v1/openapi.json', async (request, response) => {
    await access.require(request, cnocContractReadPermission);
    response.json(spec);
  });

  router.get('/v1/kinds', async (request, response) => {
    await access.require(request, cnocContractReadPermission);
    response.json({
      items: kinds.map(
        ({ kind, apiVersion, plural, title, description, managed }) => ({
          kind,
          apiVersion,
          plural,
          title,
          description,
          managed,
        }),
      ),
    });
  });
}
