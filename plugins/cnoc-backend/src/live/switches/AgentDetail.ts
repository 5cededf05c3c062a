import { isDeepStrictEqual } from 'node:util';
import { NeighborFacts, neighborsOf } from './neighborsOf';
import { PortFacts, portsOf } from './portsOf';
import { isMap, textOf } from './reportedValue';
import { reportedTime } from './reportedTime';
import { alarmsOf } from './alarmsOf';

/** What an agent's status says beside its heartbeat; no counters, which no page shows. */
export interface AgentDetail {
  /** By the switch's clock. */
  appliedAt?: string;
  rebootNeeded?: true;
  software?: string;
  agentVersion?: string;
  /** Sorted by name, as numbers in names count. */
  ports: PortFacts[];
  neighbors: NeighborFacts[];
  /** Sentences about fans, power supplies and temperatures. */
  alarms: string[];
}

/**
 * Reads an agent's status. The same object comes back while nothing changed, so that what is kept costs nothing anew with
 * each heartbeat, and a change is seen by identity.
 *
 * @param now - our clock, in milliseconds: a switch's clock is shown where it can be right, and never decides (T4)
 */
export function agentDetailOf(
  status: Record<string, unknown>,
  before: AgentDetail | undefined,
  now: number,
): AgentDetail {
  const state = isMap(status.state) ? status.state : {};
  const nos = isMap(state.nos) ? state.nos : {};
  const appliedAt = reportedTime(status.lastAppliedTime);
  const software = textOf(nos.softwareVersion);
  const agentVersion = textOf(status.version);
  const detail: AgentDetail = {
    ...(appliedAt && { appliedAt }),
    // Upstream prints it as a text.
    ...(String(status.rebootRequired) === 'true' && { rebootNeeded: true }),
    ...(software && { software }),
    ...(agentVersion && { agentVersion }),
    ports: portsOf(state.interfaces, before?.ports, now),
    neighbors: neighborsOf(state.bgpNeighbors, before?.neighbors, now),
    alarms: alarmsOf(state.platform),
  };
  return before && isDeepStrictEqual(detail, before) ? before : detail;
}
