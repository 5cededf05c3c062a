import { InputError } from '@backstage/errors';
import {
  cnocFabricDeployPermission,
  cnocFabricForcePermission,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Router } from 'express';
import { audited } from './audited';
import { createdPage } from './createdPage';
import { DeploymentLog } from './DeploymentLog';
import { requestAbort } from './requestAbort';
import type { RouteOptions } from './RouteOptions';

export function deploymentRoutes(router: Router, options: RouteOptions): void {
  const { access, plans, deployments, reconciler, auditor, logger, streams } =
    options;
  const logs = DeploymentLog.create({ deployments, logger });

  router.get('/v1/fabrics/:fabric/deployments', async (request, response) => {
    const { record } = await access.fabric(request);
    const { name } = record.definition;
    response.json(
      await createdPage(request, ['deployments', name], page =>
        deployments.page(name, page),
      ),
    );
  });

  router.post('/v1/fabrics/:fabric/deployments', async (request, response) => {
    const { record, caller } = await access.fabric(
      request,
      cnocFabricDeployPermission,
    );
    const { definition } = record;
    const plan = await plans.get(definition.name, request.body.plan);
    // A forced plan that somebody else made is no way around the right to force
    if (plan.force) await access.fabric(request, cnocFabricForcePermission);

    const deployment = await audited(
      auditor,
      {
        eventId: 'fabric-deploy',
        request,
        severityLevel: 'high',
        meta: { fabric: definition.name, plan: plan.id, force: plan.force },
      },
      () =>
        deployments.create(definition, plan, {
          createdBy: caller,
          idempotencyKey: request.header('Idempotency-Key'),
          signal: requestAbort(request, response),
        }),
    );
    await reconciler.request(definition.name, 'deploy');
    response.status(201).json(deployment);
  });

  router.get(
    '/v1/fabrics/:fabric/deployments/:deployment',
    async (request, response) => {
      const { record } = await access.fabric(request);
      response.json(
        await deployments.get(
          record.definition.name,
          request.params.deployment,
        ),
      );
    },
  );

  router.get(
    '/v1/fabrics/:fabric/deployments/:deployment/log',
    async (request, response) => {
      const { record, reader } = await access.reader(request);
      const { name } = record.definition;
      const { deployment } = request.params;
      await deployments.summary(name, deployment);
      const last = request.header('Last-Event-ID') ?? '0';
      if (!/^\d{1,9}$/.test(last)) {
        throw new InputError(
          'headers.last-event-id: take the id of the last event that you got',
        );
      }
      await logs.follow(
        { fabric: name, deployment, after: Number(last) },
        streams.open(response, reader),
      );
    },
  );
}
