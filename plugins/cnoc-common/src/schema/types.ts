import type { components, operations } from './generated/types';

type Schemas = components['schemas'];

/** @public */
export type Severity = Schemas['Severity'];
/** @public */
export type ResourceState = Schemas['ResourceState'];
/** @public */
export type FindingStatus = Schemas['FindingStatus'];
/** @public */
export type ResourceRef = Schemas['ResourceRef'];
/** @public */
export type Reference = Schemas['Reference'];
/** @public */
export type Source = Schemas['Source'];
/** @public */
export type SeverityCounts = Schemas['SeverityCounts'];
/** @public */
export type ChangedBy = Schemas['ChangedBy'];
/** @public */
export type Difference = Schemas['Difference'];
/** @public */
export type Diagnostic = Schemas['Diagnostic'];
/** @public */
export type ValidationResult = Schemas['ValidationResult'];
/** @public */
export type Kind = Schemas['Kind'];
/** @public */
export type KindCount = Schemas['KindCount'];
/** @public */
export type Overview = Schemas['Overview'];
/** @public */
export type Repository = Schemas['Repository'];
/** @public */
export type Provider = Schemas['Provider'];
/** @public */
export type RepositoryHealth = Schemas['RepositoryHealth'];
/** @public */
export type RepositoryDetail = Schemas['RepositoryDetail'];
/** @public */
export type RepositoryInput = Schemas['RepositoryInput'];
/** @public */
export type RepositoryPatch = Schemas['RepositoryPatch'];
/** @public */
export type RepositoryTest = Schemas['RepositoryTest'];
/** @public */
export type Credential = Schemas['Credential'];
/** @public */
export type CredentialValue = Schemas['CredentialValue'];
/** @public */
export type CredentialInput = Schemas['CredentialInput'];
/** @public */
export type CredentialPatch = Schemas['CredentialPatch'];
/** @public */
export type KeyRotation = Schemas['KeyRotation'];
/** @public */
export type FabricGit = Schemas['FabricGit'];
/** @public */
export type LinkedDiagnostic = Schemas['LinkedDiagnostic'];
/** @public */
export type Sync = Schemas['Sync'];
/** @public */
export type SourceFile = Schemas['SourceFile'];
/** @public */
export type ResourceSource = Schemas['ResourceSource'];
/** @public */
export type DraftInput = Schemas['DraftInput'];
/** @public */
export type Draft = Schemas['Draft'];
/** @public */
export type DraftDetail = Schemas['DraftDetail'];
/** @public */
export type PreviewRequest = Schemas['PreviewRequest'];
/** @public */
export type FileChange = Schemas['FileChange'];
/** @public */
export type ChangePreview = Schemas['ChangePreview'];
/** @public */
export type CommitRequest = Schemas['CommitRequest'];
/** @public */
export type CommitResult = Schemas['CommitResult'];
/** @public */
export type ImportRequest = Schemas['ImportRequest'];
/** @public */
export type ImportResult = Schemas['ImportResult'];
/** @public */
export type Commit = Schemas['Commit'];
/** @public */
export type Fabric = Schemas['Fabric'];
/** @public */
export type FabricStatus = Schemas['FabricStatus'];
/** @public */
export type Layers = Schemas['Layers'];
/** @public */
export type SwitchHealth = Schemas['SwitchHealth'];
/** @public */
export type ConnectionTest = Schemas['ConnectionTest'];
/** @public */
export type Fact = Schemas['Fact'];
/** @public */
export type Resource = Schemas['Resource'];
/** @public */
export type ResourceDetail = Schemas['ResourceDetail'];
/** @public */
export type Finding = Schemas['Finding'];
/** @public */
export type Health = Schemas['Health'];
/** @public */
export type Cluster = Schemas['Cluster'];
/** @public */
export type ClusterDetail = Schemas['ClusterDetail'];
/** @public */
export type ClusterInput = Schemas['ClusterInput'];
/** @public */
export type ClusterPatch = Schemas['ClusterPatch'];
/** @public */
export type ClusterAuth = Schemas['ClusterAuth'];
/** @public */
export type KubeconfigContext = Schemas['KubeconfigContext'];
/** @public */
export type SwitchDetail = Schemas['SwitchDetail'];
/** @public */
export type Link = Schemas['Link'];
/** @public */
export type LinkEnd = Schemas['LinkEnd'];
/** @public */
export type LinkState = Schemas['LinkState'];
/** @public */
export type FabricInput = Schemas['FabricInput'];
/** @public */
export type FabricPatch = Schemas['FabricPatch'];
/** @public */
export type FabricScope = Schemas['FabricScope'];
/** @public */
export type SelfTest = Schemas['SelfTest'];
/** @public */
export type ResourceLayers = Schemas['ResourceLayers'];
/** @public */
export type CredentialType = Schemas['CredentialType'];
/** @public */
export type FindingType = Schemas['FindingType'];
/** @public */
export type FindingDecision = Schemas['FindingDecision'];
/** @public */
export type FabricFinding = Schemas['FabricFinding'];
/** @public */
export type FindingDetail = Schemas['FindingDetail'];
/** @public */
export type FindingPatch = Schemas['FindingPatch'];
/** @public */
export type FindingsPatch = Schemas['FindingsPatch'];
/** @public */
export type FindingTotals = Schemas['FindingTotals'];
/** @public */
export type IgnoreRule = Schemas['IgnoreRule'];
/** @public */
export type IgnoreRuleInput = Schemas['IgnoreRuleInput'];
/** @public */
export type ResourceMoment = Schemas['ResourceMoment'];
/** @public */
export type PlanRequest = Schemas['PlanRequest'];
/** @public */
export type PlanCounts = Schemas['PlanCounts'];
/** @public */
export type PlanSummary = Schemas['PlanSummary'];
/** @public */
export type Plan = Schemas['Plan'];
/** @public */
export type PlanLine = Schemas['PlanLine'];
/** @public */
export type DeploymentSummary = Schemas['DeploymentSummary'];
/** @public */
export type Deployment = Schemas['Deployment'];
/** @public */
export type DeploymentStep = Schemas['DeploymentStep'];
/** @public */
export type Activity = Schemas['Activity'];

/**
 * One page of a list; `nextCursor` is absent on the last one.
 *
 * @public
 */
export type Page<T> = { items: T[]; totalItems?: number; nextCursor?: string };

/** @public */
export type PageQuery = { limit?: number; cursor?: string };
/** @public */
export type ResourceQuery = NonNullable<
  operations['listResources']['parameters']['query']
>;
/** @public */
export type FindingQuery = NonNullable<
  operations['listFindings']['parameters']['query']
>;
/** @public */
export type FabricFindingQuery = NonNullable<
  operations['listAllFindings']['parameters']['query']
>;
/** @public */
export type LinkQuery = NonNullable<
  operations['listLinks']['parameters']['query']
>;
/** @public */
export type ResourcePage = Page<Resource> & {
  totalItems: number;
  kinds: KindCount[];
};
