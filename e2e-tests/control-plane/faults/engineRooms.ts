/*
 * These tests drive the engine's own rooms, not a copy of them: what they use of it is listed here, once.
 */
/* eslint-disable @backstage/no-forbidden-package-imports -- rooms and test tools that the package does not export */
export { eventually } from '@cnoc/backstage-plugin-cnoc-backend/src/__testUtils__/eventually';
export { startTestApi } from '@cnoc/backstage-plugin-cnoc-backend/src/__testUtils__/TestApi';
export type { TestApi } from '@cnoc/backstage-plugin-cnoc-backend/src/__testUtils__/TestApi';
export {
  quickTimings,
  startTestEngine,
} from '@cnoc/backstage-plugin-cnoc-backend/src/__testUtils__/TestEngine';
export { testCertificate } from '@cnoc/backstage-plugin-cnoc-backend/src/__testUtils__/testCertificate';
export { executeLine } from '@cnoc/backstage-plugin-cnoc-backend/src/deployments/executeLine';
export type { PlannedLine } from '@cnoc/backstage-plugin-cnoc-backend/src/deployments/PlanRecord';
export { currentOf } from '@cnoc/backstage-plugin-cnoc-backend/src/deployments/readLive';
export type { FabricDefinition } from '@cnoc/backstage-plugin-cnoc-backend/src/fabrics/FabricDefinition';
export { noFence } from '@cnoc/backstage-plugin-cnoc-backend/src/fabrics/Fence';
export { liveServiceOf } from '@cnoc/backstage-plugin-cnoc-backend/src/live/__testUtils__/liveServiceOf';
export type {
  ClusterClient,
  LiveChange,
  LiveService,
  LiveSnapshot,
  LiveTimings,
} from '@cnoc/backstage-plugin-cnoc-backend/src/live';
export type { ClusterLimits } from '@cnoc/backstage-plugin-cnoc-backend/src/live/ClusterTransport';
export {
  migrateUp,
  testDatabases,
} from '@cnoc/backstage-plugin-cnoc-backend/src/repositories/__testUtils__/testDatabases';
