import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ActivityService } from '../activity/ActivityService';
import type { ChangeService } from '../changes/ChangeService';
import type { CommitService } from '../changes/CommitService';
import type { ImportService } from '../changes/ImportService';
import type { CredentialService, KeyRotation } from '../credentials';
import type { DeploymentService } from '../deployments/DeploymentService';
import type { PlanService } from '../deployments/PlanService';
import type { DesiredService } from '../desired';
import type { FindingStore } from '../drift/FindingStore';
import type { ResourceService } from '../drift/ResourceService';
import type { ResourceStateStore } from '../drift/ResourceStateStore';
import type { FabricStore } from '../fabrics/FabricStore';
import type { LiveService } from '../live';
import type { Reconciler } from '../reconcile/Reconciler';
import type {
  RepositoryRegistry,
  RepositoryService,
  RepositoryTester,
  WebhookService,
} from '../repositories';
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
  changes: ChangeService;
  commits: CommitService;
  imports: ImportService;
  desired: DesiredService;
  activity: ActivityService;
  credentials: CredentialService;
  keyRotation: Pick<KeyRotation, 'begin' | 'progress'>;
  registry: RepositoryRegistry;
  repositories: RepositoryService;
  repositoryTester: RepositoryTester;
  webhooks: WebhookService;
  live: LiveService;
  reconciler: Pick<Reconciler, 'ask' | 'request'>;
  auditor: AuditorService;
  logger: LoggerService;
}
