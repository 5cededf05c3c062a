import { LiveObject } from './LiveObject';
import { AgentFacts, isHeard } from './switches/AgentFacts';
import { problemsOf, rebootReason } from './switches/problemsOf';
import { Wiring } from './switches/Wiring';

export interface SwitchHealth {
  name: string;
  role?: string;
  /**
   * `unhealthy`: its agent reports, and interfaces or BGP sessions that should be up are down, or it needs a reboot. The
   * worst counts: silent, unhealthy, lagging, ready.
   */
  state: 'ready' | 'lagging' | 'silent' | 'unhealthy' | 'unknown';
  /** When it came into this state, by our clock; ISO 8601. */
  since?: string;
  appliedGeneration?: number;
  generation?: number;
  /** ISO 8601, by the switch's clock. */
  appliedAt?: string;
  /** ISO 8601, by the switch's clock. */
  heartbeatAt?: string;
  /** Why it waits for a reboot. */
  rebootNeeded?: string;
  /** Sentences; of a silent switch none, as what it said is old. */
  problems?: string[];
  /** Those that connections use. */
  interfaces?: { up: number; down: number; unknown: number };
  bgp?: { established: number; down: number };
  software?: string;
  agentVersion?: string;
}

/**
 * The health of each switch, sorted by name.
 *
 * @param known - whether the agents can be read now; if not, every state is `unknown`
 */
export function switchHealth(
  switches: readonly LiveObject[],
  agents: ReadonlyMap<string, AgentFacts>,
  options: { now: number; known: boolean; wiring: Wiring },
): SwitchHealth[] {
  return switches
    .map(({ name, canonical }): SwitchHealth => {
      const agent = agents.get(name);
      const { role } = canonical.spec ?? {};
      return {
        name,
        ...(typeof role === 'string' && { role }),
        ...(agent ? reportedHealth(agent, options) : { state: 'unknown' }),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function reportedHealth(
  agent: AgentFacts,
  { now, known, wiring }: { now: number; known: boolean; wiring: Wiring },
): Omit<SwitchHealth, 'name'> {
  const { generation, appliedGeneration, heartbeatAt, detail } = agent;
  const heard = known ? isHeard(agent, now) : undefined;
  const { software, agentVersion, appliedAt } = detail;
  const facts = {
    ...(appliedGeneration !== undefined && { appliedGeneration }),
    ...(generation !== undefined && { generation }),
    ...(appliedAt && { appliedAt }),
    ...(heartbeatAt && { heartbeatAt }),
    ...(software && { software }),
    ...(agentVersion && { agentVersion }),
  };
  if (!heard) {
    return { state: heard === false ? 'silent' : 'unknown', ...facts };
  }
  const { problems, isUnhealthy, interfaces, bgp } = problemsOf(
    agent.name,
    detail,
    wiring,
  );
  return {
    state: isUnhealthy ? 'unhealthy' : appliedState(agent),
    ...facts,
    ...(detail.rebootNeeded && { rebootNeeded: rebootReason }),
    ...(problems.length > 0 && { problems }),
    interfaces,
    bgp,
  };
}

function appliedState({
  generation,
  appliedGeneration,
}: AgentFacts): SwitchHealth['state'] {
  if (generation === undefined || appliedGeneration === undefined) {
    return 'unknown';
  }
  return appliedGeneration < generation ? 'lagging' : 'ready';
}
