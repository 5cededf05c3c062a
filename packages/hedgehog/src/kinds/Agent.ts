import { KubernetesObject } from '../model/KubernetesObject';

/** One condition of an agent, in Kubernetes' form. `Applied` is the one that Hedgehog sets. */
export interface AgentCondition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  /** RFC 3339. */
  lastTransitionTime?: string;
}

/** What a switch's agent says of itself. Times are RFC 3339; every part may be absent before the first heartbeat. */
export interface AgentStatus {
  /** Generation of the Agent that was applied last. */
  lastAppliedGen?: number;
  lastAppliedTime?: string;
  /** Generation of the Agent that was tried last, and when. */
  lastAttemptGen?: number;
  lastAttemptTime?: string;
  lastHeartbeat?: string;
  version?: string;
  conditions?: AgentCondition[];
  state?: Record<string, unknown>;
}

/** An agent, one for each switch and of the same name. Its spec holds secrets, so only `status` may be read. */
export interface Agent extends Omit<KubernetesObject, 'spec'> {
  kind: 'Agent';
  status?: AgentStatus;
}
