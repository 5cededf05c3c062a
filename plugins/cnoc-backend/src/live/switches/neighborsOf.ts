import { partsOf, textOf } from './reportedValue';
import { plausibleTime } from './reportedTime';

/** One BGP session of a switch. */
export interface NeighborFacts {
  vrf: string;
  address: string;
  /** In small letters: established, idle, active, … or unknown. */
  state: string;
  /** Configured, and meant not to come up. */
  disabled?: true;
  /** When it came into its state, like a port's; milliseconds. */
  since?: number;
}

const maxVrfs = 256;
const maxNeighbors = 1024;

/** VRF → address → what is reported, as a list sorted by both. */
export function neighborsOf(
  reported: unknown,
  before: readonly NeighborFacts[] | undefined,
  now: number,
): NeighborFacts[] {
  const known = new Map(before?.map(each => [keyOf(each), each]));
  const neighbors: NeighborFacts[] = [];
  for (const [vrf, sessions] of partsOf(reported, maxVrfs)) {
    for (const [address, session] of partsOf(
      sessions,
      maxNeighbors - neighbors.length,
    )) {
      neighbors.push(
        neighborOf(
          vrf,
          address,
          session,
          known.get(keyOf({ vrf, address })),
          now,
        ),
      );
    }
  }
  return neighbors.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Whether a session that should be up is known not to be. */
export function isSessionDown({ state, disabled }: NeighborFacts): boolean {
  return !disabled && state !== 'established' && state !== 'unknown';
}

function neighborOf(
  vrf: string,
  address: string,
  session: Record<string, unknown>,
  before: NeighborFacts | undefined,
  now: number,
): NeighborFacts {
  const state = textOf(session.state, 32)?.toLowerCase() ?? 'unknown';
  const at = state === 'established' ? session.lastEstab : session.lastReset;
  const isNew = before && before.state !== state;
  const since = plausibleTime(at, now) ?? (isNew ? now : before?.since);
  return {
    vrf,
    address,
    state,
    ...(session.enabled === false && { disabled: true as const }),
    ...(since !== undefined && { since }),
  };
}

function keyOf({ vrf, address }: { vrf: string; address: string }): string {
  return `${vrf} ${address}`;
}
