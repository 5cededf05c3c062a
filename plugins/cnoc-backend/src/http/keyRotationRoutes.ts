import {
  cnocCredentialReadPermission,
  cnocCredentialUpdatePermission,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Router } from 'express';
import { audited } from './audited';
import type { RouteOptions } from './RouteOptions';

export function keyRotationRoutes(router: Router, options: RouteOptions): void {
  const { access, auditor, keyRotation } = options;

  router.get('/v1/key-rotation', async (request, response) => {
    await access.require(request, cnocCredentialReadPermission);
    response.json(await keyRotation.progress());
  });

  router.post('/v1/key-rotation', async (request, response) => {
    const caller = await access.require(
      request,
      cnocCredentialUpdatePermission,
    );
    const progress = await audited(
      auditor,
      {
        eventId: 'encryption-key-rotate',
        request,
        severityLevel: 'critical',
        meta: {},
      },
      () => keyRotation.begin(caller),
      ({ newestKey, total }) => ({ newestKey: newestKey ?? null, total }),
    );
    response.status(202).json(progress);
  });
}
