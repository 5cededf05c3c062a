import type { Link, LinkEnd } from '@cnoc/backstage-plugin-cnoc-common';
import { SwitchHealth } from '../switchHealth';
import { AgentDetail } from './AgentDetail';
import { effectsOf } from './effectsOf';
import { PortTable } from './PortTable';
import { Wiring, WiredCable } from './Wiring';

/** What the switches say: how they are, and what they last reported. */
export interface SwitchReports {
  switches: readonly Pick<SwitchHealth, 'name' | 'state'>[];
  details: ReadonlyMap<string, AgentDetail>;
}

const bundles: ReadonlySet<string> = new Set(['bundled', 'eslag', 'mclag']);
const urgency: Readonly<Record<Link['state'], number>> = {
  down: 0,
  degraded: 1,
  unknown: 2,
  up: 3,
};

/**
 * The physical links of a fabric, those that are down first. What a switch said that is silent now is old, and counts as
 * unknown. A link's state is what its switches say of it: down if one says so, else up if one says so. Servers have no
 * agent; their end is as the switch sees it. A link that is up in a bundle that has others down is degraded.
 */
export function linksOf(wiring: Wiring, reports: SwitchReports): Link[] {
  const ports = currentPorts(reports);
  const links = wiring.cables.map(cable => linkOf(cable, ports));
  const broken = new Set(
    links
      .filter(({ state, type }) => state === 'down' && bundles.has(type ?? ''))
      .map(({ connection }) => connection),
  );
  for (const link of links) {
    if (link.state === 'up' && broken.has(link.connection)) {
      link.state = 'degraded';
    }
  }
  const effects = effectsOf(links);
  links.forEach((link, index) => {
    const effect = effects[index];
    if (effect) {
      link.effect = effect;
    }
  });
  // The order within is that of the wiring: by connection.
  return links.sort((a, b) => urgency[a.state] - urgency[b.state]);
}

function currentPorts({
  switches,
  details,
}: SwitchReports): ReadonlyMap<string, PortTable> {
  const ports = new Map<string, PortTable>();
  for (const { name, state } of switches) {
    const detail = details.get(name);
    if (detail && state !== 'silent' && state !== 'unknown') {
      ports.set(name, new PortTable(detail.ports));
    }
  }
  return ports;
}

function linkOf(
  { connection, type, ends: cabled }: WiredCable,
  ports: ReadonlyMap<string, PortTable>,
): Link {
  const ends = cabled.map(({ device, deviceKind, port }): LinkEnd => {
    const facts = ports.get(device)?.get(port);
    return {
      device,
      deviceKind,
      port,
      state: facts?.state ?? 'unknown',
      ...(facts?.since !== undefined && {
        since: new Date(facts.since).toISOString(),
      }),
      ...(facts?.speed && { speed: facts.speed }),
    };
  });
  const [first, second] = ends;
  const told = ends.find(({ deviceKind }) => deviceKind === 'Switch');
  for (const end of ends) {
    if (end.deviceKind !== 'Switch' && told) {
      end.state = told.state === 'disabled' ? 'down' : told.state;
    }
  }
  const states = [first, second].map(end => end?.state);
  const isDown = states.some(state => state === 'down' || state === 'disabled');
  const state =
    (isDown && 'down') || (states.includes('up') && 'up') || 'unknown';
  const since = sinceOf(ends, isDown);
  return { connection, type, state, ...(since && { since }), ends };
}

/** Down since the first end went, up since the last one came. */
function sinceOf(
  ends: readonly LinkEnd[],
  isDown: boolean,
): string | undefined {
  const times = ends
    .filter(({ state }) =>
      isDown ? state === 'down' || state === 'disabled' : state === 'up',
    )
    .flatMap(({ since }) => since ?? [])
    .sort();
  return isDown ? times[0] : times.at(-1);
}
