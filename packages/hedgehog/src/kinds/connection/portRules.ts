import { mapOf } from '../../model/json';
import { exampleProfile } from '../switch/exampleProfile';
import { lanesOf } from '../switch/breakoutOf';
import { KindValidationRule } from '../ValidationRule';
import { endsOf } from './endsOf';
import { typesOf } from './links';
import { earlierUserOf, isSwitchEnd } from './ports';

const bundled = 'Connection server-02--bundled--leaf-02 spec.bundled.links';
const unbundled = 'Connection server-02--unbundled--leaf-01 spec.unbundled';
const portOf = (port: string) => port.slice(port.indexOf('/') + 1);

export const connectionPortRules: readonly KindValidationRule[] = [
  {
    id: 'connection.port',
    severity: 'critical',
    sentence: 'A connection uses a port once.',
    check({ spec }, say) {
      const seen = new Set<string>();
      for (const end of endsOf(spec)) {
        if (seen.has(end.port))
          say(
            end.path,
            `The port ${end.port} is used twice in the connection.`,
          );
        seen.add(end.port);
      }
    },
    accepts: { [`${bundled}[1].switch.port`]: 'leaf-02/E1/4' },
    refuses: { [`${bundled}[1].switch.port`]: 'leaf-02/E1/2' },
  },
  {
    id: 'connection.portShared',
    severity: 'critical',
    sentence:
      'A port is used by one connection; a port and a lane of it are the same port.',
    checkIn({ name, spec }, fabric, say) {
      for (const end of endsOf(spec)) {
        const { port } = end;
        const other = earlierUserOf(fabric, name, end);
        if (other)
          say(
            end.path,
            other.port === port
              ? `The port ${port} is used by Connection ${other.connection}, too.`
              : `The port ${port} is part of, or holds, ${other.port}, which Connection ${other.connection} uses.`,
            'Use another port.',
          );
      }
    },
    accepts: {
      [`${bundled}[0].switch.port`]: 'leaf-02/E1/7/1',
      [`${bundled}[1].switch.port`]: 'leaf-02/E1/7/2',
    },
    refuses: { [`${bundled}[1].switch.port`]: 'leaf-02/E1/1' },
  },
  {
    id: 'connection.breakout',
    severity: 'critical',
    sentence:
      'A connection uses lanes that the breakout of the port has, and all of a port only if it is not broken out.',
    checkIn({ spec }, fabric, say) {
      for (const end of endsOf(spec)) {
        if (!isSwitchEnd(end)) continue;
        const { base, lane } = end;
        const lanes = lanesOf(fabric, end.device, portOf(base));
        if (lanes === undefined) continue;
        if (lane !== undefined && (lane < 1 || lane > lanes))
          say(
            end.path,
            `The port ${base} is broken out into ${lanes}, so there is no lane ${lane}.`,
          );
        else if (lane === undefined && lanes > 1)
          say(
            end.path,
            `The port ${base} is broken out into ${lanes} lanes.`,
            `Name one of ${base}/1 to ${base}/${lanes}.`,
          );
      }
    },
    accepts: {
      'Switch leaf-02 spec.portBreakouts': { 'E1/2': '4x25G' },
      [`${bundled}[0].switch.port`]: 'leaf-02/E1/2/1',
      [`${bundled}[1].switch.port`]: 'leaf-02/E1/2/2',
    },
    refuses: { 'Switch leaf-02 spec.portBreakouts': { 'E1/2': '4x25G' } },
  },
  {
    id: 'connection.profilePort',
    severity: 'critical',
    sentence: 'The model of the switch has the port.',
    checkIn({ spec }, fabric, say) {
      for (const end of endsOf(spec)) {
        if (!isSwitchEnd(end)) continue;
        const { base } = end;
        const profile = fabric.profileOf(end.device);
        if (profile && !profile.hasPort(portOf(base)))
          say(
            end.path,
            `The model of Switch ${end.device} has no port ${portOf(base)}.`,
            'Look the port up in the switch profile.',
          );
      }
    },
    given: { profiles: { vs: exampleProfile() } },
    accepts: { [`${unbundled}.link.switch.port`]: 'leaf-01/E1/25/1' },
    refuses: { [`${unbundled}.link.switch.port`]: 'leaf-01/E1/33' },
  },
  {
    id: 'connection.mtu',
    severity: 'critical',
    sentence: 'The MTU of a server connection leaves room for encapsulation.',
    isAssumed: true,
    checkIn({ spec }, { settings }, say) {
      const most = settings.fabricMTU - settings.serverMTUOffset;
      for (const type of typesOf(spec)) {
        const mtu = mapOf(spec[type])?.mtu;
        if (typeof mtu === 'number' && mtu > most && mtu <= 9036)
          say(
            ['spec', type, 'mtu'],
            `The MTU ${mtu} is larger than ${most}, which the fabric leaves for servers.`,
            `Set at most ${most}.`,
          );
      }
    },
    given: { settings: { fabricMTU: 1600 } },
    accepts: { [`${unbundled}.mtu`]: 1500 },
    refuses: { [`${unbundled}.mtu`]: 9000 },
  },
];
