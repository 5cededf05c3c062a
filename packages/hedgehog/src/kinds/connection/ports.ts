import { byText, isMap, JsonMap, textOf } from '../../model/json';
import { PathSegments } from '../../model/path';
import { FabricView, tableOf } from '../FabricView';
import { entriesOf, itemsOf } from '../normalizers';
import { Subject } from '../ValidationRule';
import { endsOf } from './endsOf';
import { LinkEnd } from './LinkEnd';

export const isSwitchEnd = ({ side }: LinkEnd) =>
  side !== 'server' && side !== 'gateway';

/** A connection and the port of it, or the lane of a port, that it uses. */
interface User {
  connection: string;
  end: LinkEnd;
}

/** Ports that more than one link uses, whole or in lanes: few, and the only ones that can be used twice. */
const shared = tableOf(fabric => {
  const single = new Map<string, User>();
  const byPort = new Map<string, User[]>();
  for (const { name, spec } of fabric.all('Connection')) {
    for (const end of endsOf(spec)) {
      const user = { connection: name, end };
      const first = single.get(end.base);
      if (!first) {
        single.set(end.base, user);
        continue;
      }
      const list = byPort.get(end.base);
      if (list) list.push(user);
      else byPort.set(end.base, [first, user]);
    }
  }
  return byPort;
});

/** The connection that has the port (or all of it, or a lane of it) and comes before this one by name. */
export function earlierUserOf(
  fabric: FabricView,
  connection: string,
  { base, port, lane }: LinkEnd,
): { connection: string; port: string } | undefined {
  const list = shared(fabric).get(base);
  if (!list) return undefined;
  const [first] = list
    .filter(
      other =>
        byText(other.connection, connection) < 0 &&
        (other.end.port === port ||
          lane === undefined ||
          other.end.lane === undefined),
    )
    .sort((a, b) => byText(a.connection, b.connection));
  return first && { connection: first.connection, port: first.end.port };
}

interface LinkAddress {
  ip: string;
  path: PathSegments;
}

const none: readonly LinkAddress[][] = [];
const addressedTypes = ['fabric', 'mesh', 'gateway'];

/** The addresses of each link between switches, with their places. */
export function linkAddressesOf({ spec }: Subject): readonly LinkAddress[][] {
  const type = addressedTypes.find(name => isMap(spec[name]));
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
