export type { DesiredObject } from './DesiredObject';
export { DesiredService } from './DesiredService';
export type { ResourceText } from './DesiredService';
export type { FilePage, FilePosition } from './DesiredStore';
export type { FileReading } from './parsing/FileReading';
export { ResourceParser } from './parsing/ResourceParser';
export type { StoredSyncRun, SyncChanges, SyncRun } from './SyncRun';
