import {
  cnocFabricForcePermission,
  cnocFabricPlanPermission,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { Router } from 'express';
import { presentPlan } from '../deployments/PlanRecord';
import { audited } from './audited';
import { createdPage } from './createdPage';
import { requestAbort } from './requestAbort';
import type { RouteOptions } from './RouteOptions';

export function planRoutes(router: Router, options: RouteOptions): void {
  const { access, plans, auditor } = options;

  router.get('/v1/fabrics/:fabric/plans', async (request, response) => {
    const { record } = await access.fabric(request);
    const { name } = record.definition;
    response.json(
      await createdPage(request, ['plans', name], page =>
        plans.page(name, page),
      ),
    );
  });

  router.post('/v1/fabrics/:fabric/plans', async (request, response) => {
    const { prune = false, force = false, resources } = request.body;
    const { record, caller } = await access.fabric(
      request,
      cnocFabricPlanPermission,
      ...(force ? [cnocFabricForcePermission] : []),
    );
    const { definition } = record;
    const plan = await audited(
      auditor,
      {
        eventId: 'fabric-plan',
        request,
        meta: { fabric: definition.name, prune, force },
      },
      () =>
        plans.create(
          definition,
          { prune, force, resources },
          {
            createdBy: caller,
            idempotencyKey: request.header('Idempotency-Key'),
            signal: requestAbort(request, response),
          },
        ),
    );
    response.status(201).json(presentPlan(plan));
  });

  router.get('/v1/fabrics/:fabric/plans/:plan', async (request, response) => {
    const { record } = await access.fabric(request);
    const plan = await plans.get(record.definition.name, request.params.plan);
    response.json(presentPlan(plan));
  });
}
