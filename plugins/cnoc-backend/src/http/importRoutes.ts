import {
  cnocFabricEditPermission,
  type ImportRequest,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Router } from 'express';
import { audited } from './audited';
import { requestAbort } from './requestAbort';
import type { RouteOptions } from './RouteOptions';

export function importRoutes(router: Router, options: RouteOptions): void {
  const { access, imports, auditor } = options;

  router.post('/v1/fabrics/:fabric/import', async (request, response) => {
    const { record, caller } = await access.fabric(
      request,
      cnocFabricEditPermission,
    );
    const { definition } = record;
    const body: ImportRequest = request.body;
    const work = () =>
      imports.import(definition, body, {
        actor: caller,
        idempotencyKey: request.header('Idempotency-Key'),
        signal: requestAbort(request, response),
      });
    response.json(
      body.dryRun
        ? await work()
        : await audited(
            auditor,
            {
              eventId: 'fabric-import',
              request,
              meta: { fabric: definition.name, source: body.source },
            },
            work,
          ),
    );
  });
}
