import { isIn, range } from './addresses';
import { Loose, Objects, one } from './objects';

/*
 * Who may open connections through a gateway, the slow way: packets are tried one by one. A filter can only change its mind
 * where one of its runs of numbers begins or ends, so it is enough to try the packets at these corners.
 */

interface Packet {
  source: number;
  target: number;
  protocol: number;
  sourcePort: number;
  targetPort: number;
}

/** What a side shows of one place, as questions about addresses. */
export interface Shown {
  isNative(address: number): boolean;
  isSeen(address: number): boolean;
  way: string;
  forwards: Loose[];
}

/** What a side of a peering shows of a subnet of its VPC. */
export function shownOf(
  objects: Objects,
  side: Loose,
  vpc: string,
  subnet: string,
): Shown[] {
  const spec = one(objects, 'VPC', vpc).spec.subnets[subnet];
  const networks = [
    spec.subnet,
    ...Object.keys(spec.hostBGPExtraPrefixes ?? {}),
  ];
  return (side.expose ?? []).map((expose: Loose) =>
    shown(expose, address => {
      if (!networks.some(prefix => isIn(address, prefix))) return false;
      if (expose.default) return true;
      return expose.ips.some(
        ({ cidr, vpcSubnet }: Loose) =>
          (cidr && isIn(address, cidr)) ||
          (vpcSubnet === subnet && isIn(address, spec.subnet)),
      );
    }),
  );
}

/** What an external shows of one of its networks. */
export function shownOutside(side: Loose, prefix: string): Shown[] {
  return (side.expose ?? []).flatMap((expose: Loose) => {
    const own = expose.default
      ? ['0.0.0.0/0']
      : expose.ips.flatMap(({ cidr }: Loose) => cidr ?? []);
    return own.includes(prefix)
      ? [shown(expose, address => isIn(address, prefix))]
      : [];
  });
}

function shown(expose: Loose, isShown: (address: number) => boolean): Shown {
  const [way = 'plain'] = Object.keys(expose.nat ?? {});
  const isNative = (address: number) =>
    isShown(address) &&
    !(expose.ips ?? []).some(({ not }: Loose) => not && isIn(address, not));
  return {
    isNative,
    isSeen:
      way === 'plain'
        ? isNative
        : address =>
            expose.as.some(({ cidr }: Loose) => cidr && isIn(address, cidr)) &&
            !expose.as.some(({ not }: Loose) => not && isIn(address, not)),
    way,
    forwards: expose.nat?.portForward?.ports ?? [],
  };
}

function protocolsOf({ proto }: Loose): number[] {
  if (proto === 'tcp') return [6];
  return proto === 'udp' ? [17] : [6, 17];
}

/** Whether somebody behind one may open a connection to somebody behind the other, and hears back. */
export function mayCall(
  objects: Objects,
  spec: Loose,
  from: string,
  callers: Shown[],
  called: Shown[],
): boolean {
  const to = Object.keys(spec.peering).find(side => side !== from) as string;
  const corners = cornersOf(objects, spec);
  return callers.some(caller =>
    called.some(callee => {
      if (caller.way === 'portForward' || callee.way === 'masquerade')
        return false;
      const sources = corners.addresses.filter(caller.isNative);
      const targets = corners.addresses.filter(callee.isSeen);
      const goals =
        callee.way === 'portForward'
          ? callee.forwards.flatMap((forward: Loose) =>
              protocolsOf(forward).flatMap(protocol =>
                corners.ports
                  .filter(port => isPort(port, forward.as ?? forward.port))
                  .map(port => ({ protocol, port })),
              ),
            )
          : corners.protocols.flatMap(protocol =>
              corners.ports.map(port => ({ protocol, port })),
            );
      return sources.some(source =>
        targets.some(target =>
          goals.some(({ protocol, port }) =>
            corners.ports.some(sourcePort => {
              const packet = {
                source,
                target,
                protocol,
                sourcePort,
                targetPort: port,
              };
              const verdict = decide(objects, spec, from, to, packet);
              if (verdict === 'none' && spec.acl?.default === 'deny')
                return false;
              if (verdict === 'deny') return false;
              return isAnswered(
                objects,
                spec,
                [from, to],
                [caller, callee],
                packet,
                verdict !== 'allow packet',
                corners,
              );
            }),
          ),
        ),
      );
    }),
  );
}

function isAnswered(
  objects: Objects,
  spec: Loose,
  [from, to]: [string, string],
  [caller, callee]: [Shown, Shown],
  packet: Packet,
  isFlow: boolean,
  corners: Corners,
): boolean {
  const sources =
    callee.way === 'plain'
      ? [packet.target]
      : corners.addresses.filter(callee.isNative);
  const targets =
    caller.way === 'plain'
      ? [packet.source]
      : corners.addresses.filter(caller.isSeen);
  const sourcePorts =
    callee.way === 'portForward'
      ? callee.forwards
          .filter(
            forward =>
              protocolsOf(forward).includes(packet.protocol) &&
              isPort(packet.targetPort, forward.as ?? forward.port),
          )
          .flatMap(({ port }) =>
            corners.ports.filter(corner => isPort(corner, port)),
          )
      : [packet.targetPort];
  const targetPorts =
    caller.way === 'masquerade' ? corners.ports : [packet.sourcePort];
  return sources.some(source =>
    targets.some(target =>
      sourcePorts.some(sourcePort =>
        targetPorts.some(targetPort => {
          const verdict = decide(objects, spec, to, from, {
            source,
            target,
            protocol: packet.protocol,
            sourcePort,
            targetPort,
          });
          if (verdict === 'none') return isFlow || spec.acl?.default !== 'deny';
          return verdict !== 'deny';
        }),
      ),
    ),
  );
}

/** The word of the first rule that matches. */
function decide(
  objects: Objects,
  spec: Loose,
  from: string,
  to: string,
  packet: Packet,
): 'allow flow' | 'allow packet' | 'deny' | 'none' {
  for (const rule of spec.acl?.rules ?? []) {
    const isDirection =
      (rule.from ?? from) === from &&
      (rule.to ?? to) === to &&
      (rule.from ?? rule.to) !== undefined;
    const { proto, src = [], dst = [] } = rule.match ?? {};
    const numbers: Record<string, number> = { tcp: 6, udp: 17 };
    if (!isDirection) continue;
    if (proto && (numbers[proto] ?? Number(proto)) !== packet.protocol)
      continue;
    const fits = (list: Loose[], side: string, address: number, port: number) =>
      list.length === 0 ||
      list.some(({ cidr, vpcSubnet, ports }) => {
        const prefix =
          cidr ??
          (vpcSubnet &&
            (one(objects, 'VPC', side)?.spec.subnets[vpcSubnet]?.subnet ??
              'nothing'));
        if (prefix === 'nothing') return false;
        if (prefix && !isIn(address, prefix)) return false;
        return !ports || ports.some((run: string) => isPort(port, run));
      });
    if (!fits(src, from, packet.source, packet.sourcePort)) continue;
    if (!fits(dst, to, packet.target, packet.targetPort)) continue;
    if (rule.action !== 'allow') return 'deny';
    return rule.scope === 'packet' ? 'allow packet' : 'allow flow';
  }
  return 'none';
}

function isPort(port: number, run: string): boolean {
  const [low, high = low] = run.split('-').map(Number);
  return low <= port && port <= high;
}

interface Corners {
  addresses: number[];
  protocols: number[];
  ports: number[];
}

/** Every number at which some run of a peering, its filter and its VPCs begins, or has just ended. */
function cornersOf(objects: Objects, spec: Loose): Corners {
  const addresses = new Set([0]);
  const protocols = new Set([0, 6, 7, 17, 18]);
  const ports = new Set([0]);
  const visit = (value: Loose, key = ''): void => {
    if (typeof value === 'string' && /^[0-9.]+\/[0-9]+$/.test(value)) {
      const [low, high] = range(value);
      addresses.add(low).add(high + 1);
    } else if (key === 'proto' && /^[0-9]+$/.test(value)) {
      protocols.add(Number(value)).add(Number(value) + 1);
    } else if (typeof value === 'string' && /^[0-9]+(-[0-9]+)?$/.test(value)) {
      const [low, high = low] = value.split('-').map(Number);
      ports.add(low).add(high + 1);
    } else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.keys(value)) {
        visit(inner);
        visit(value[inner], inner);
      }
    }
  };
  visit(spec);
  for (const side of Object.keys(spec.peering))
    visit(one(objects, 'VPC', side)?.spec);
  const listOf = (numbers: Set<number>, most: number) =>
    [...numbers].filter(number => number <= most);
  return {
    addresses: listOf(addresses, 2 ** 32 - 1),
    protocols: listOf(protocols, 255),
    ports: listOf(ports, 65535),
  };
}
