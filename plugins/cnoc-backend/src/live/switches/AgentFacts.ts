import { KubernetesObject } from '@cnoc/hedgehog';
import { AgentDetail, agentDetailOf } from './AgentDetail';
import { isPlausible, reportedTime } from './reportedTime';
import { isMap } from './reportedValue';

/** What is kept of an Agent: nothing of its spec, which holds secrets. */
export interface AgentFacts {
  name: string;
  generation?: number;
  appliedGeneration?: number;
  /** By the switch's clock. */
  heartbeatAt?: string;
  /** Our clock when a new heartbeat was seen arriving; a switch's clock may be wrong. */
  heardAt?: number;
  /** Our clock when the agent was seen first. */
  seenAt: number;
  /** The very same object as long as nothing but the heartbeat changes. */
  detail: AgentDetail;
}

/** Agents report every 20 to 30 seconds; Hedgehog calls more than this a problem (operations guide). */
export const silentAfterMs = 60_000;

export function agentFactsOf(
  object: KubernetesObject,
  before: AgentFacts | undefined,
  now: number,
): AgentFacts {
  const status = isMap(object.status) ? object.status : {};
  const { generation } = object.metadata;
  const heartbeatAt = reportedTime(status.lastHeartbeat);
  const heardAt =
    before && before.heartbeatAt !== heartbeatAt ? now : before?.heardAt;
  return {
    name: object.metadata.name,
    ...(typeof generation === 'number' && { generation }),
    ...(Number.isSafeInteger(status.lastAppliedGen) && {
      appliedGeneration: Number(status.lastAppliedGen),
    }),
    ...(heartbeatAt && { heartbeatAt }),
    ...(heardAt !== undefined && { heardAt }),
    seenAt: before?.seenAt ?? now,
    detail: agentDetailOf(status, before?.detail, now),
  };
}

/**
 * Whether an agent reports. Undefined where that cannot be told: it never did, or its first heartbeat carries a time that
 * cannot be true and the next one has not come yet (T4).
 */
export function isHeard(agent: AgentFacts, now: number): boolean | undefined {
  if (agent.heartbeatAt === undefined) {
    return undefined;
  }
  const reported = Date.parse(agent.heartbeatAt);
  const isGuess =
    agent.heardAt === undefined && !isPlausible(reported, agent.seenAt);
  const heard = agent.heardAt ?? (isGuess ? agent.seenAt : reported);
  if (now - heard > silentAfterMs) {
    return false;
  }
  return isGuess ? undefined : true;
}
