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
export type { LiveChange } from './LiveService';
export type { LiveConnection, LiveSnapshot, UnknownKind } from './LiveSnapshot';
export type { LiveTimings } from './LiveTimings';
export type { SwitchHealth } from './switchHealth';
export type { ConnectionTest } from './testConnection';
export type { ServedShapes } from './ServedSchemas';
