import { KubernetesObject } from '@cnoc/hedgehog';
import { LiveObject } from './LiveObject';

export interface SwitchHealth {
  name: string;
  role?: string;
  state: 'ready' | 'lagging' | 'silent' | 'unknown';
  appliedGeneration?: number;
  generation?: number;
  /** ISO 8601, by the switch's clock. */
  heartbeatAt?: string;
}

/** What is kept of an Agent: nothing of its spec, which holds secrets. */
export interface AgentFacts {
  name: string;
  generation?: number;
  appliedGeneration?: number;
  heartbeatAt?: string;
  /** Our clock when a new heartbeat was seen arriving; a switch's clock may be wrong. */
  heardAt?: number;
}

/** Agents report every 20 to 30 seconds; Hedgehog calls more than this a problem (operations guide). */
export const silentAfterMs = 60_000;

export function agentFactsOf(
  object: KubernetesObject,
  before: AgentFacts | undefined,
  now: number,
): AgentFacts {
  const status = (object.status ?? {}) as {
    lastHeartbeat?: unknown;
    lastAppliedGen?: unknown;
  };
  const { generation } = object.metadata;
  const heartbeatAt =
    typeof status.lastHeartbeat === 'string' &&
    !Number.isNaN(Date.parse(status.lastHeartbeat))
      ? status.lastHeartbeat
      : undefined;
  const heardAt =
    before && before.heartbeatAt !== heartbeatAt ? now : before?.heardAt;
  return {
    name: object.metadata.name,
    ...(typeof generation === 'number' && { generation }),
    ...(typeof status.lastAppliedGen === 'number' && {
      appliedGeneration: status.lastAppliedGen,
    }),
    ...(heartbeatAt && { heartbeatAt }),
    ...(heardAt !== undefined && { heardAt }),
  };
}

function stateOf(agent: AgentFacts, now: number): SwitchHealth['state'] {
  if (agent.heartbeatAt === undefined) {
    return 'unknown';
  }
  const heard = agent.heardAt ?? Date.parse(agent.heartbeatAt);
  if (now - heard > silentAfterMs) {
    return 'silent';
  }
  const { generation, appliedGeneration } = agent;
  if (generation === undefined || appliedGeneration === undefined) {
    return 'unknown';
  }
  return appliedGeneration < generation ? 'lagging' : 'ready';
}

/**
 * The health of each switch, sorted by name.
 *
 * @param known - whether the agents can be read now; if not, every state is `unknown`
 */
export function switchHealth(
  switches: readonly LiveObject[],
  agents: ReadonlyMap<string, AgentFacts>,
  options: { now: number; known: boolean },
): SwitchHealth[] {
  return switches
    .map(({ name, canonical }): SwitchHealth => {
      const agent = agents.get(name);
      const { role } = canonical.spec ?? {};
      return {
        name,
        ...(typeof role === 'string' && { role }),
        state: agent && options.known ? stateOf(agent, options.now) : 'unknown',
        ...(agent?.appliedGeneration !== undefined && {
          appliedGeneration: agent.appliedGeneration,
        }),
        ...(agent?.generation !== undefined && {
          generation: agent.generation,
        }),
        ...(agent?.heartbeatAt && { heartbeatAt: agent.heartbeatAt }),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
