import { partsOf, textOf } from './reportedValue';
import { plausibleTime } from './reportedTime';

export type PortState = 'up' | 'down' | 'disabled' | 'unknown';

/** One interface of a switch. */
export interface PortFacts {
  name: string;
  state: PortState;
  speed?: string;
  /** When it came into its state: by the switch's clock where that can be right, else when CNOC saw it; milliseconds. */
  since?: number;
  /** The switch itself has shut it after errors. */
  shut?: true;
}

/** Most interfaces of one switch that are kept; the contract shows as many. */
export const maxPorts = 1024;

const order = new Intl.Collator('en', { numeric: true });

export function portsOf(
  interfaces: unknown,
  before: readonly PortFacts[] | undefined,
  now: number,
): PortFacts[] {
  const known = new Map(before?.map(port => [port.name, port]));
  return partsOf(interfaces, maxPorts)
    .map(([name, reported]) => portOf(name, reported, known.get(name), now))
    .sort((a, b) => order.compare(a.name, b.name));
}

function portOf(
  name: string,
  reported: Record<string, unknown>,
  before: PortFacts | undefined,
  now: number,
): PortFacts {
  const shut = reported.errDisabled === true;
  const state = shut ? 'down' : stateOf(reported);
  const speed = textOf(reported.speed, 32);
  const isNew = before && before.state !== state;
  const since =
    plausibleTime(reported.change, now) ?? (isNew ? now : before?.since);
  return {
    name,
    state,
    ...(speed && { speed }),
    ...(since !== undefined && { since }),
    ...(shut && { shut }),
  };
}

function stateOf({ enabled, admin, oper }: Record<string, unknown>): PortState {
  if (enabled === false || String(admin).toLowerCase() === 'down') {
    return 'disabled';
  }
  const is = String(oper).toLowerCase();
  return is === 'up' || is === 'down' ? is : 'unknown';
}
