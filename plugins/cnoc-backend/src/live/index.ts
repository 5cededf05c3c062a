export { changedBy } from './changedBy';
export type {
  ClusterClient,
  JsonPatchOperation,
  ListPage,
  WatchEvent,
} from './ClusterClient';
export { ClusterError } from './ClusterError';
export type { ClusterErrorReason, FieldConflict } from './ClusterError';
export type { FieldManager, LiveObject } from './LiveObject';
export { LiveService } from './LiveService';
export type { LiveChange, LiveReports } from './LiveService';
export type {
  FullCheck,
  LiveConnection,
  LiveSnapshot,
  UnknownKind,
} from './LiveSnapshot';
export type { LiveTimings } from './LiveTimings';
export type { SwitchHealth } from './switchHealth';
export { isEssentialKind } from './watchedKinds';
export { linksOf } from './switches/linksOf';
export { switchDetailOf } from './switches/switchDetailOf';
export type { ServedShapes } from './ServedSchemas';
export type { ClusterDefinition } from './ClusterDefinition';
export type { ClusterConnections } from './clusters/ClusterConnections';
export type { ClusterRegistry } from './clusters/ClusterRegistry';
export type { ClusterIdentity } from './clusters/IdentityStore';
export { listContexts } from './clusters/readKubeconfig';
export { roleYaml } from './clusters/roleYaml';
