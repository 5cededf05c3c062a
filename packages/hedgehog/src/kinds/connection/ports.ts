import { byText, isMap, JsonMap, textOf } from '../../model/json';
import { PathSegments } from '../../model/path';
import { FabricView, tableOf } from '../FabricView';
import { entriesOf, itemsOf } from '../normalizers';
import { Subject } from '../ValidationRule';
import { endsOf } from './endsOf';
import { LinkEnd } from './links';

const laneOfPort = /^(.*\/E[0-9]+\/[0-9]+)\/([0-9]+)$/;

/** A port of a device, and the lane of it when it is broken out: `leaf-01/E1/4/2` → `leaf-01/E1/4`, 2. */
export function laneOf(port: string): { base: string; lane?: number } {
  const match = laneOfPort.exec(port);
  return match ? { base: match[1], lane: Number(match[2]) } : { base: port };
}

export const isSwitchEnd = ({ side }: LinkEnd) =>
  side !== 'server' && side !== 'gateway';

interface User {
  connection: string;
  port: string;
}

const users = tableOf(fabric => {
  const byPort = new Map<string, User[]>();
  for (const { name, spec } of fabric.all('Connection')) {
    for (const { port } of endsOf(spec)) {
      const { base } = laneOf(port);
      const list = byPort.get(base);
      if (list) list.push({ connection: name, port });
      else byPort.set(base, [{ connection: name, port }]);
    }
  }
  return byPort;
});

/** The connection that has the port (or all of it, or a lane of it) and comes before this one by name. */
export function earlierUserOf(
  fabric: FabricView,
  connection: string,
  port: string,
): User | undefined {
  const { base, lane } = laneOf(port);
  const list = users(fabric).get(base);
  if (!list || list.length < 2) return undefined;
  return list
    .filter(
      other =>
        byText(other.connection, connection) < 0 &&
        (other.port === port ||
          lane === undefined ||
          laneOf(other.port).lane === undefined),
    )
    .sort((a, b) => byText(a.connection, b.connection))[0];
}

interface LinkAddress {
  ip: string;
  path: PathSegments;
}

const none: readonly LinkAddress[][] = [];

/** The addresses of each link between switches, with their places. */
export function linkAddressesOf({ spec }: Subject): readonly LinkAddress[][] {
  const type = ['fabric', 'mesh', 'gateway'].find(name => isMap(spec[name]));
  if (!type) return none;
  return itemsOf((spec[type] as JsonMap).links).map(([index, link]) =>
    entriesOf(link).flatMap(([side, end]) => {
      const ip = textOf(end.ip);
      return ip
        ? [{ ip, path: ['spec', type, 'links', index, side, 'ip'] }]
        : [];
    }),
  );
}
