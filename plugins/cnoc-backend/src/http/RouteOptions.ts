import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ActivityService } from '../activity/ActivityService';
import type { DeploymentService } from '../deployments/DeploymentService';
import type { PlanService } from '../deployments/PlanService';
import type { FindingStore } from '../drift/FindingStore';
import type { ResourceService } from '../drift/ResourceService';
import type { ResourceStateStore } from '../drift/ResourceStateStore';
import type { FabricStore } from '../fabrics/FabricStore';
import type { LiveService } from '../live';
import type { Reconciler } from '../reconcile/Reconciler';
import type { RepositoryService } from '../repositories';
import type { FabricAccess } from './FabricAccess';
import type { FabricPresenter } from './FabricPresenter';

/** What the routes work with. */
export interface RouteOptions {
  access: FabricAccess;
  presenter: FabricPresenter;
  fabrics: FabricStore;
  states: ResourceStateStore;
  findings: FindingStore;
  resources: ResourceService;
  plans: PlanService;
  deployments: DeploymentService;
  activity: ActivityService;
  repositories: RepositoryService;
  live: LiveService;
  reconciler: Pick<Reconciler, 'ask' | 'request'>;
  auditor: AuditorService;
  logger: LoggerService;
}
