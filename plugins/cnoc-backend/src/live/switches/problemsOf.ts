import { AgentDetail } from './AgentDetail';
import { isSessionDown } from './neighborsOf';
import { PortTable } from './PortTable';
import { Wiring } from './Wiring';

const maxProblems = 20;

/** What is wrong with a switch whose agent reports. */
export interface SwitchProblems {
  /** Sentences, what weighs most first. */
  problems: string[];
  /** Whether they make the switch unhealthy; an alarm alone is only told. */
  isUnhealthy: boolean;
  interfaces: { up: number; down: number; unknown: number };
  bgp: { established: number; down: number };
}

/** Why a switch waits for a reboot; its status says no more than that it does. */
export const rebootReason =
  'Its configuration takes full effect only after a reboot.';

const found = new WeakMap<
  AgentDetail,
  { wiring: Wiring; problems: SwitchProblems }
>();

/**
 * Found once for each detail and wiring, which both stay the same objects while nothing changes: this is asked for every
 * switch with every event of the cluster.
 */
export function problemsOf(
  name: string,
  detail: AgentDetail,
  wiring: Wiring,
): SwitchProblems {
  const known = found.get(detail);
  if (known?.wiring === wiring) {
    return known.problems;
  }
  const problems = findProblems(name, detail, wiring);
  found.set(detail, { wiring, problems });
  return problems;
}

function findProblems(
  name: string,
  detail: AgentDetail,
  wiring: Wiring,
): SwitchProblems {
  const interfaces = { up: 0, down: 0, unknown: 0 };
  const bgp = { established: 0, down: 0 };
  const grave: string[] = [];
  const ports = new PortTable(detail.ports);
  for (const { port, peer } of wiring.usesOf(name)) {
    const facts = ports.get(port);
    const state = facts?.state ?? 'unknown';
    interfaces[state === 'disabled' ? 'down' : state] += 1;
    if (state === 'down') {
      const to = peer ? ` to ${peer}` : '';
      const is = facts?.shut
        ? 'was shut by the switch after errors'
        : 'is down';
      grave.push(`${port}${to} ${is}${sinceText(facts?.since)}.`);
    }
  }
  for (const session of detail.neighbors) {
    if (session.state === 'established') {
      bgp.established += 1;
    } else if (isSessionDown(session)) {
      bgp.down += 1;
      const { address, vrf, state } = session;
      const device = wiring.ownerOf(address);
      const who = device ? `${device} (${address})` : address;
      const where = vrf === 'default' ? '' : ` in VRF ${vrf}`;
      grave.push(
        `BGP session with ${who}${where} is ${state}${sinceText(
          session.since,
        )}.`,
      );
    }
  }
  if (detail.rebootNeeded) {
    grave.push(`It needs a reboot. ${rebootReason}`);
  }
  return {
    problems: shortened([...grave, ...detail.alarms]),
    isUnhealthy: grave.length > 0,
    interfaces,
    bgp,
  };
}

function shortened(problems: readonly string[]): string[] {
  if (problems.length <= maxProblems) {
    return [...problems];
  }
  const shown = problems.slice(0, maxProblems - 1);
  return [...shown, `And ${problems.length - shown.length} more.`];
}

function sinceText(time: number | undefined): string {
  if (time === undefined) {
    return '';
  }
  const text = new Date(time).toISOString();
  return ` since ${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
}
