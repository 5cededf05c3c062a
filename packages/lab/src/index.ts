/**
 * A whole Hedgehog fabric on one machine: Kubernetes API, switch agents, git server and faults on request, for newcomers
 * and for tests.
 *
 * @packageDocumentation
 */
export { Lab } from './Lab';
export type { LabOptions } from './Lab';
export type { LabCluster, ActAs } from './LabCluster';
export { AGENT_SECRET_CANARY } from './agents/SwitchAgents';
export type { AgentTimes, SwitchAgents } from './agents/SwitchAgents';
export { generateFabric } from './generate/generateFabric';
export type { Fault, FaultEffect, FaultVerb } from './faults/Fault';
export type { Faults } from './faults/Faults';
export type { LabGit } from './git/LabGit';
export type { CommitOptions } from './git/GitRepository';
export type { ApiRequestRecord } from './kubernetes/RequestLog';
export type { AdmissionMode } from './kubernetes/admission/HedgehogAdmission';
export { StatusError } from './kubernetes/StatusError';
export { seeds } from './seeds/seeds';
export type {
  HandEdit,
  LabFabricSeed,
  SeedCommit,
} from './seeds/LabFabricSeed';
