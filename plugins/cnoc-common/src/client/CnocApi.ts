import type {
  Activity,
  ChangePreview,
  CommitRequest,
  CommitResult,
  ConnectionTest,
  Credential,
  CredentialInput,
  CredentialPatch,
  CredentialValue,
  Deployment,
  DeploymentStep,
  DeploymentSummary,
  Draft,
  DraftDetail,
  DraftInput,
  Fabric,
  FabricGit,
  FabricInput,
  FabricPatch,
  ImportRequest,
  ImportResult,
  KeyRotation,
  Kind,
  Overview,
  Page,
  PageQuery,
  Plan,
  PlanRequest,
  PlanSummary,
  PreviewRequest,
  Repository,
  RepositoryDetail,
  RepositoryInput,
  RepositoryPatch,
  RepositoryTest,
  ResourceDetail,
  ResourcePage,
  ResourceQuery,
  ResourceSource,
  SelfTest,
  SourceFile,
  Sync,
  ValidationResult,
} from '../schema/types';
import type { ClusterApi } from './ClusterApi';
import type { FindingApi } from './FindingApi';

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
  /** The etag that was read; the write fails with 412 when it is no longer the newest. `*` = whatever it is */
  ifMatch?: string;
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
export interface CnocApi extends ClusterApi, FindingApi {
  listKinds(options?: CnocRequestOptions): Promise<{ items: Kind[] }>;
  getOverview(options?: CnocRequestOptions): Promise<Overview>;
  listRepositories(
    query?: PageQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<Repository>>;
  getRepository(
    name: string,
    options?: CnocRequestOptions,
  ): Promise<RepositoryDetail>;
  createRepository(
    input: RepositoryInput,
    options?: CnocWriteOptions,
  ): Promise<Repository>;
  updateRepository(
    name: string,
    patch: RepositoryPatch,
    options?: CnocWriteOptions,
  ): Promise<Repository>;
  deleteRepository(name: string, options?: CnocWriteOptions): Promise<void>;
  testRepository(
    name: string,
    options?: CnocRequestOptions,
  ): Promise<RepositoryTest>;
  testRepositoryInput(
    input: RepositoryInput,
    options?: CnocRequestOptions,
  ): Promise<RepositoryTest>;
  trustHostKey(
    name: string,
    fingerprint: string,
    options?: CnocRequestOptions,
  ): Promise<RepositoryDetail>;

  listCredentials(
    query?: PageQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<Credential>>;
  getCredential(
    name: string,
    options?: CnocRequestOptions,
  ): Promise<Credential>;
  createCredential(
    input: CredentialInput,
    options?: CnocWriteOptions,
  ): Promise<Credential>;
  updateCredential(
    name: string,
    patch: CredentialPatch,
    options?: CnocWriteOptions,
  ): Promise<Credential>;
  deleteCredential(name: string, options?: CnocWriteOptions): Promise<void>;
  rotateCredential(
    name: string,
    value: CredentialValue,
    options?: CnocWriteOptions,
  ): Promise<Credential>;
  getKeyRotation(options?: CnocRequestOptions): Promise<KeyRotation>;
  startKeyRotation(options?: CnocRequestOptions): Promise<KeyRotation>;

  listFabrics(
    query?: PageQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<Fabric>>;
  getFabric(fabric: string, options?: CnocRequestOptions): Promise<Fabric>;
  createFabric(input: FabricInput, options?: CnocWriteOptions): Promise<Fabric>;
  updateFabric(
    fabric: string,
    patch: FabricPatch,
    options?: CnocWriteOptions,
  ): Promise<Fabric>;
  /** Nothing in git or in the cluster is touched. */
  deleteFabric(fabric: string, options?: CnocWriteOptions): Promise<void>;
  selfTestFabric(fabric: string, options?: CnocWriteOptions): Promise<SelfTest>;
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
  listActivity(
    fabric: string,
    query?: PageQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<Activity>>;

  getFabricGit(
    fabric: string,
    options?: CnocRequestOptions,
  ): Promise<FabricGit>;
  listSyncs(
    fabric: string,
    query?: PageQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<Sync>>;
  listFiles(
    fabric: string,
    query?: PageQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<SourceFile>>;
  getResourceSource(
    fabric: string,
    kind: string,
    name: string,
    options?: CnocRequestOptions,
  ): Promise<ResourceSource>;
  listDrafts(
    fabric: string,
    query?: PageQuery,
    options?: CnocRequestOptions,
  ): Promise<Page<Draft>>;
  discardDrafts(fabric: string, options?: CnocRequestOptions): Promise<void>;
  getDraft(
    fabric: string,
    kind: string,
    name: string,
    options?: CnocRequestOptions,
  ): Promise<DraftDetail>;
  saveDraft(
    fabric: string,
    kind: string,
    name: string,
    draft: DraftInput,
    options?: CnocWriteOptions,
  ): Promise<DraftDetail>;
  deleteDraft(
    fabric: string,
    kind: string,
    name: string,
    options?: CnocWriteOptions,
  ): Promise<void>;
  previewDrafts(
    fabric: string,
    request: PreviewRequest,
    options?: CnocRequestOptions,
  ): Promise<ChangePreview>;
  commitDrafts(
    fabric: string,
    request: CommitRequest,
    options?: CnocWriteOptions,
  ): Promise<CommitResult>;
  importResources(
    fabric: string,
    request: ImportRequest,
    options?: CnocWriteOptions,
  ): Promise<ImportResult>;

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
