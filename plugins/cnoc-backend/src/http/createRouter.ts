import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { activityRoutes } from './activityRoutes';
import { clusterRoutes } from './clusterRoutes';
import { contractRoutes } from './contractRoutes';
import { contractValidator } from './contractValidator';
import { credentialRoutes } from './credentialRoutes';
import { deploymentRoutes } from './deploymentRoutes';
import { draftRoutes } from './draftRoutes';
import { errorHandler } from './errorHandler';
import { eventRoutes } from './eventRoutes';
import { fabricRoutes } from './fabricRoutes';
import { healthRoutes } from './healthRoutes';
import { keyRotationRoutes } from './keyRotationRoutes';
import { findingRoutes } from './findingRoutes';
import { gitRoutes } from './gitRoutes';
import { historyRoutes } from './historyRoutes';
import { ignoreRuleRoutes } from './ignoreRuleRoutes';
import { importRoutes } from './importRoutes';
import { overviewRoutes } from './overviewRoutes';
import { planRoutes } from './planRoutes';
import { repositoryRoutes } from './repositoryRoutes';
import { resourceRoutes } from './resourceRoutes';
import type { RouteOptions } from './RouteOptions';
import { strictQuery } from './strictQuery';
import { switchRoutes } from './switchRoutes';
import { webhookRoutes } from './webhookRoutes';

/** 2 MB of YAML is up to 4 MB of JSON with its escapes, but real fabrics hardly need any */
const BODY_LIMIT = '2mb';

/**
 * The engine's REST API.
 *
 * @param options - `validateResponses`: answers that the contract does not allow become errors; for tests
 */
export function createRouter(
  options: RouteOptions & { validateResponses?: boolean },
): Router {
  const router = PromiseRouter();
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  // Before every parser: what a delivery says counts only once its sender is known
  webhookRoutes(router, options);
  router.use(strictQuery);
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use(
    ...contractValidator({ responses: options.validateResponses ?? false }),
  );
  for (const routes of [
    contractRoutes,
    overviewRoutes,
    credentialRoutes,
    keyRotationRoutes,
    repositoryRoutes,
    clusterRoutes,
    fabricRoutes,
    resourceRoutes,
    findingRoutes,
    ignoreRuleRoutes,
    historyRoutes,
    gitRoutes,
    draftRoutes,
    importRoutes,
    planRoutes,
    deploymentRoutes,
    activityRoutes,
    eventRoutes,
    healthRoutes,
    switchRoutes,
  ]) {
    routes(router, options);
  }
  router.use(errorHandler(options.logger));
  return router;
}
