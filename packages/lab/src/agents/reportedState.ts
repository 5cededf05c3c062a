import type { JsonObject } from '../kubernetes/json';
import type { SwitchCabling } from './switchCabling';
import type { SwitchTroubles } from './SwitchTroubles';

/** Interfaces, BGP sessions and platform of one switch, in the form of `Agent.status.state`. */
export function reportedState(
  name: string,
  { ports, neighbors }: SwitchCabling,
  troubles: SwitchTroubles,
  times: { started: Date; now: Date },
): JsonObject {
  const { started, now } = times;
  const interfaces: JsonObject = {};
  for (const [port] of ports) {
    const { isUp, at = started } = troubles.portOf(`${name}/${port}`);
    interfaces[port] = {
      enabled: true,
      admin: 'up',
      oper: isUp ? 'up' : 'down',
      speed: '25G',
      change: at.toISOString(),
    };
  }
  const bgpNeighbors: Record<string, JsonObject> = {};
  for (const [address, { vrf, asn, port }] of neighbors) {
    const link = port ? troubles.portOf(`${name}/${port}`) : { isUp: true };
    const session = troubles.sessionOf(name, address);
    // A session does not outlive the port it runs over.
    const state = link.isUp ? session.state : 'idle';
    const at = session.at ?? link.at ?? started;
    bgpNeighbors[vrf] ??= {};
    bgpNeighbors[vrf][address] = {
      enabled: true,
      ...(asn !== undefined && { peerAS: asn }),
      state,
      [state === 'established' ? 'lastEstab' : 'lastReset']: at.toISOString(),
    };
  }
  return {
    interfaces,
    bgpNeighbors,
    nos: {
      asicVersion: 'lab',
      hwskuVersion: 'lab',
      softwareVersion: 'lab-4.5.0',
      uptime: `${Math.round((now.getTime() - started.getTime()) / 1000)}s`,
    },
    platform: {
      fans: { 'fan-1': { presence: true, status: true } },
      psus: { 'psu-1': { presence: true, status: true } },
    },
  };
}
