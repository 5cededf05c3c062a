import type {
  Activity,
  ConnectionTest,
  Deployment,
  DeploymentStep,
  DeploymentSummary,
  Fabric,
  Finding,
  FindingQuery,
  Kind,
  Overview,
  Page,
  PageQuery,
  Plan,
  PlanRequest,
  PlanSummary,
  Repository,
  ResourceDetail,
  ResourcePage,
  ResourceQuery,
  ValidationResult,
} from '../schema/types';

/** @public */
export type CnocRequestOptions = {
  /** Backstage token; a browser's fetch API adds its own */
  token?: string;
  signal?: AbortSignal;
};

/** @public */
export type CnocWriteOptions = CnocRequestOptions & {
  /** The same key twice happens once; 8–128 characters */
  idempotencyKey?: string;
};

/** @public */
export type DeploymentLogEvent =
  | { type: 'step'; id: string; step: DeploymentStep }
  | { type: 'end'; deployment: DeploymentSummary };

/**
 * The engine's REST API. Every call fails with a `ResponseError` of `@backstage/errors` when the engine refuses; a fabric
 * that the caller may not read is a 404.
 *
 * @public
 */
export interface CnocApi {
  listKinds(options?: CnocRequestOptions): Promise<{ items: Kind[] }>;
  getOverview(options?: CnocRequestOptions): Promise<Overview>;
  listRepositories(
    query?: PageQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<Repository>>;

  listFabrics(
    query?: PageQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<Fabric>>;
  getFabric(fabric: string, options?: CnocRequestOptions): Promise<Fabric>;
  testFabric(
    fabric: string,
    options?: CnocRequestOptions,
  ): Promise<ConnectionTest>;
  syncFabric(fabric: string, options?: CnocRequestOptions): Promise<Fabric>;
  checkFabric(fabric: string, options?: CnocRequestOptions): Promise<Fabric>;
  validateYaml(
    fabric: string,
    input: { yaml: string; file?: string },
    options?: CnocRequestOptions,
  ): Promise<ValidationResult>;

  listResources(
    fabric: string,
    query?: ResourceQuery,
    options?: CnocRequestOptions,
  ): Promise<ResourcePage>;
  getResource(
    fabric: string,
    kind: string,
    name: string,
    options?: CnocRequestOptions,
  ): Promise<ResourceDetail>;
  listFindings(
    fabric: string,
    query?: FindingQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<Finding> & { totalItems: number }>;
  listActivity(
    fabric: string,
    query?: PageQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<Activity>>;

  listPlans(
    fabric: string,
    query?: PageQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<PlanSummary>>;
  createPlan(
    fabric: string,
    request: PlanRequest,
    options?: CnocWriteOptions,
  ): Promise<Plan>;
  getPlan(
    fabric: string,
    plan: string,
    options?: CnocRequestOptions,
  ): Promise<Plan>;

  listDeployments(
    fabric: string,
    query?: PageQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<DeploymentSummary>>;
  createDeployment(
    fabric: string,
    plan: string,
    options?: CnocWriteOptions,
  ): Promise<Deployment>;
  getDeployment(
    fabric: string,
    deployment: string,
    options?: CnocRequestOptions,
  ): Promise<Deployment>;
  /**
   * Follows a deployment until it ends. Start again after the last event's `id` when the connection breaks.
   */
  streamDeploymentLog(
    fabric: string,
    deployment: string,
    options?: CnocRequestOptions & { lastEventId?: string },
  ): AsyncIterable<DeploymentLogEvent>;
}
