import type { SwitchDetail } from '@cnoc/backstage-plugin-cnoc-common';
import { SwitchHealth } from '../switchHealth';
import { AgentDetail } from './AgentDetail';
import { maxPorts } from './portsOf';
import { PortTable } from './PortTable';
import { Wiring } from './Wiring';

type Port = SwitchDetail['ports'][number];

/**
 * One switch with its ports and BGP sessions: those it reports, and those that connections use and it does not report. Of a
 * switch that does not report now, every state is unknown.
 */
export function switchDetailOf(
  health: SwitchHealth,
  detail: AgentDetail | undefined,
  wiring: Wiring,
): SwitchDetail {
  const isCurrent = health.state !== 'silent' && health.state !== 'unknown';
  const table = new PortTable(detail?.ports ?? []);
  const used = new Map<string, string>();
  const unreported: Port[] = [];
  for (const { port, connection } of wiring.usesOf(health.name)) {
    const facts = table.get(port);
    if (facts) {
      used.set(facts.name, connection);
    } else {
      unreported.push({ name: port, state: 'unknown', connection });
    }
  }
  const ports = (detail?.ports ?? []).map(
    ({ name, state, speed, since }): Port => {
      const connection = used.get(name);
      return {
        name,
        state: isCurrent ? state : 'unknown',
        ...(speed && { speed }),
        ...(connection && { connection }),
        ...(isCurrent && since !== undefined && { since: iso(since) }),
      };
    },
  );
  return {
    ...health,
    ports: [...unreported, ...ports].slice(0, maxPorts),
    neighbors: (detail?.neighbors ?? []).map(
      ({ vrf, address, state, since }) => {
        const device = wiring.ownerOf(address);
        return {
          vrf,
          address,
          state: isCurrent ? state : 'unknown',
          ...(device && { device }),
          ...(isCurrent && since !== undefined && { since: iso(since) }),
        };
      },
    ),
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
