export type { DesiredObject } from './DesiredObject';
export { DesiredService } from './DesiredService';
export type { SyncRun } from './SyncRun';
