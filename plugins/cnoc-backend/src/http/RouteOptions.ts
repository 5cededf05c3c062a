import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ActivityService } from '../activity/ActivityService';
import type { FabricTails } from '../activity/FabricTails';
import type { ChangeService } from '../changes/ChangeService';
import type { CommitService } from '../changes/CommitService';
import type { ImportService } from '../changes/ImportService';
import type { CredentialService, KeyRotation } from '../credentials';
import type { DeploymentService } from '../deployments/DeploymentService';
import type { PlanService } from '../deployments/PlanService';
import type { DesiredService } from '../desired';
import type { FindingService } from '../drift/FindingService';
import type { FindingStore } from '../drift/FindingStore';
import type { HistoryStore } from '../drift/history/HistoryStore';
import type { IgnoreRuleService } from '../drift/ignore/IgnoreRuleService';
import type { ResourceService } from '../drift/ResourceService';
import type { ResourceStateStore } from '../drift/ResourceStateStore';
import type { FabricRegistry } from '../fabrics/FabricRegistry';
import type { FabricStore } from '../fabrics/FabricStore';
import type { LiveService } from '../live';
import type { Reconciler } from '../reconcile/Reconciler';
import type { SelfTestService } from '../reconcile/selfTest/SelfTestService';
import type {
  RepositoryRegistry,
  RepositoryService,
  RepositoryTester,
  WebhookService,
} from '../repositories';
import type { EngineHealth } from './EngineHealth';
import type { EventStreams } from './EventStreams';
import type { FabricAccess } from './FabricAccess';
import type { FabricPresenter } from './FabricPresenter';

/** What the routes work with. */
export interface RouteOptions {
  access: FabricAccess;
  presenter: FabricPresenter;
  fabrics: FabricStore;
  fabricRegistry: FabricRegistry;
  selfTests: Pick<SelfTestService, 'run'>;
  states: ResourceStateStore;
  findings: FindingStore;
  triage: FindingService;
  ignoreRules: IgnoreRuleService;
  history: HistoryStore;
  resources: ResourceService;
  plans: PlanService;
  deployments: DeploymentService;
  changes: ChangeService;
  commits: CommitService;
  imports: ImportService;
  desired: DesiredService;
  activity: ActivityService;
  tails: FabricTails;
  streams: EventStreams;
  health: EngineHealth;
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
