import { JsonMap, mapOf } from '../../model/json';
import { FabricView } from '../FabricView';
import { KindValidationRule } from '../ValidationRule';
import { endsOf } from './endsOf';
import { LinkEnd } from './LinkEnd';
import { typesOf } from './links';
import { isSwitchEnd } from './ports';

const eslag = 'Connection server-01--eslag--leaf-01--leaf-02 spec.eslag.links';
const bundled = 'Connection server-02--bundled--leaf-02 spec.bundled.links';
const fabricLinks = 'Connection spine-01--fabric--leaf-01 spec.fabric.links';
const gateway = 'Connection spine-01--gateway--gateway-1';

const sideNames: Record<string, string> = {
  switch: 'switch',
  server: 'server',
  spine: 'spine',
  leaf: 'leaf',
  leaf1: 'first leaf',
  leaf2: 'second leaf',
  gateway: 'gateway',
};

/** Ends by side, of the one type that is set. */
function sidesOf(spec: JsonMap): Map<string, LinkEnd[]> {
  const sides = new Map<string, LinkEnd[]>();
  for (const end of endsOf(spec)) {
    const list = sides.get(end.side);
    if (list) list.push(end);
    else sides.set(end.side, [end]);
  }
  return sides;
}

function isLeaf(fabric: FabricView, name: string): boolean | undefined {
  const role = fabric.get('Switch', name)?.spec.role;
  return typeof role === 'string' ? role !== 'spine' : undefined;
}

export const connectionDeviceRules: readonly KindValidationRule[] = [
  {
    id: 'connection.devices',
    severity: 'critical',
    sentence:
      'All links of a connection join the same devices; an eslag connection may reach up to four switches.',
    check({ spec }, say) {
      const types = typesOf(spec);
      if (types.length !== 1) return;
      const most = (side: string) =>
        side === 'switch' && types[0] === 'eslag' ? 4 : 1;
      if (types[0].startsWith('mclag')) return;
      if (types[0] === 'vpcLoopback') {
        const ends = endsOf(spec);
        const other = ends.find(({ device }) => device !== ends[0].device);
        if (other)
          say(
            other.path,
            `A VPC loopback joins ports of one switch, not of ${ends[0].device} and ${other.device}.`,
          );
        return;
      }
      for (const [side, ends] of sidesOf(spec)) {
        const devices = [...new Set(ends.map(({ device }) => device))];
        if (devices.length > most(side))
          say(
            (
              ends.find(({ device }) => device === devices[most(side)]) ??
              ends[0]
            ).path,
            `The connection has ${devices.length} devices as ${
              sideNames[side] ?? side
            }: ${devices.join(', ')}; there must be ${
              most(side) === 1 ? 'one' : 'at most four'
            }.`,
            'Write a connection for each.',
          );
      }
    },
    accepts: { [`${bundled}[1].switch.port`]: 'leaf-02/E1/4' },
    refuses: { [`${bundled}[1].switch.port`]: 'leaf-01/E1/4' },
  },
  {
    id: 'connection.roles',
    severity: 'critical',
    sentence:
      'A fabric connection joins a spine and a leaf, a mesh connection two different leaves.',
    checkIn({ spec }, fabric, say) {
      const ends = endsOf(spec);
      for (const end of ends) {
        const { side, device } = end;
        const wantsSpine = side === 'spine';
        if (!wantsSpine && !side.startsWith('leaf')) continue;
        if (isLeaf(fabric, device) === wantsSpine)
          say(
            end.path,
            `Switch ${device} is a ${
              fabric.get('Switch', device)?.spec.role
            }, and stands where a ${wantsSpine ? 'spine' : 'leaf'} belongs.`,
          );
        else if (
          side === 'leaf2' &&
          ends.some(other => other.side === 'leaf1' && other.device === device)
        )
          say(end.path, `Both leaves are ${device}.`);
      }
    },
    accepts: { [`${fabricLinks}[0].leaf.port`]: 'leaf-02/E1/5' },
    refuses: { [`${fabricLinks}[0].spine.port`]: 'leaf-02/E1/5' },
  },
  {
    id: 'connection.eslagGroup',
    severity: 'critical',
    sentence:
      'All switches of an eslag connection are in one redundancy group of type eslag.',
    checkIn({ spec }, fabric, say) {
      if (!mapOf(spec.eslag)) return;
      let group: unknown;
      const seen = new Set<string>();
      for (const end of endsOf(spec)) {
        if (!isSwitchEnd(end) || seen.has(end.device)) continue;
        seen.add(end.device);
        const device = fabric.get('Switch', end.device);
        if (!device) continue;
        const own = mapOf(device.spec.redundancy);
        if (own?.type !== 'eslag')
          say(
            end.path,
            `Switch ${end.device} is in no redundancy group of type eslag.`,
            'Set redundancy of the switch, or use a bundled connection.',
          );
        else if (group !== undefined && own.group !== group)
          say(
            end.path,
            `Switch ${end.device} is in the redundancy group ${own.group}, the switch before it in ${group}.`,
            'Connect the server to switches of one group.',
          );
        group ??= own?.group;
      }
    },
    accepts: {},
    refuses: {
      'SwitchGroup eslag-2': {},
      'Switch leaf-02 spec.redundancy.group': 'eslag-2',
    },
  },
  {
    id: 'connection.eslagLinks',
    severity: 'warning',
    sentence: 'An eslag connection has as many links to each of its switches.',
    check({ spec }, say) {
      if (!mapOf(spec.eslag)) return;
      const counts = new Map<string, number>();
      for (const end of endsOf(spec)) {
        if (isSwitchEnd(end))
          counts.set(end.device, (counts.get(end.device) ?? 0) + 1);
      }
      if (new Set(counts.values()).size > 1)
        say(
          ['spec', 'eslag', 'links'],
          `The connection has unequal numbers of links: ${[...counts]
            .map(([device, count]) => `${count} to ${device}`)
            .join(', ')}.`,
          'Give each switch as many links.',
        );
    },
    accepts: {},
    refuses: {
      [`${eslag}[2]`]: {
        server: { port: 'server-01/enp2s3' },
        switch: { port: 'leaf-02/E1/9' },
      },
    },
  },
  {
    id: 'connection.eslagDisabled',
    severity: 'critical',
    isAssumed: true,
    sentence: 'The fabric allows eslag connections.',
    checkIn({ spec }, { settings }, say) {
      if (!settings.eslag && mapOf(spec.eslag))
        say(['spec', 'eslag'], 'ESLAG is switched off in this fabric.');
    },
    given: { settings: { eslag: false } },
    accepts: {
      'Connection server-01--eslag--leaf-01--leaf-02': undefined,
      'VPCAttachment server-01--vpc-1': undefined,
    },
    refuses: {},
  },
  {
    id: 'connection.gatewayDisabled',
    severity: 'critical',
    isAssumed: true,
    sentence: 'The fabric allows gateway connections.',
    checkIn({ spec }, { settings }, say) {
      if (!settings.gateway && mapOf(spec.gateway))
        say(['spec', 'gateway'], 'Gateways are switched off in this fabric.');
    },
    given: { settings: { gateway: false } },
    accepts: { [gateway]: undefined, 'Gateway gateway-1': undefined },
    refuses: { 'Gateway gateway-1': undefined },
  },
];
