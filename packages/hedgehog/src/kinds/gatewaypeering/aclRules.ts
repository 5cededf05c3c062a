import { at, JsonMap, listOf, mapOf, textOf } from '../../model/json';
import { itemsOf } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';
import { isPortRange } from './portRange';

const acl = 'GatewayPeering vpc-2--ext-1 spec.acl';
const of = (rule: JsonMap) => ({
  [acl]: { rules: [{ from: 'vpc-2', action: 'deny', ...rule }] },
});
const rulesOf = (spec: JsonMap) => itemsOf(at(spec, 'acl', 'rules'));

export const gatewayACLRules: readonly KindValidationRule[] = [
  {
    id: 'gatewayPeering.aclName',
    severity: 'critical',
    since: '26.03',
    sentence: 'The name of a filter rule has at most 64 characters.',
    check({ spec }, say) {
      for (const [index, { name }] of rulesOf(spec)) {
        if (typeof name === 'string' && name.length > 64)
          say(
            ['spec', 'acl', 'rules', index, 'name'],
            `The name of the rule has ${name.length} characters; it may have 64.`,
          );
      }
    },
    accepts: of({ name: 'a'.repeat(64) }),
    refuses: of({ name: 'a'.repeat(65) }),
  },
  {
    id: 'gatewayPeering.aclSides',
    severity: 'critical',
    since: '26.03',
    sentence:
      'A filter rule is from one of the two sides to the other, and names at least one of them.',
    check({ spec }, say) {
      const sides = Object.keys(mapOf(spec.peering) ?? {});
      for (const [index, rule] of rulesOf(spec)) {
        const path = ['spec', 'acl', 'rules', index];
        for (const field of ['from', 'to']) {
          const side = textOf(rule[field]);
          if (side && !sides.includes(side))
            say(
              [...path, field],
              `${side} is not a side of the peering.`,
              `Name ${sides.join(' or ')}.`,
            );
        }
        if (!textOf(rule.from) && !textOf(rule.to))
          say(path, 'The rule names neither of the two sides.', 'Set from.');
        if (textOf(rule.from) && rule.from === rule.to)
          say([...path, 'to'], `The rule is from ${rule.from} to itself.`);
      }
    },
    accepts: of({ from: 'vpc-2', to: 'ext.ext-1' }),
    refuses: of({ from: 'vpc-2', to: 'vpc-1' }),
  },
  {
    id: 'gatewayPeering.aclPorts',
    severity: 'critical',
    since: '26.03',
    sentence:
      'Ports of a filter rule are ports (1 to 65535) or ranges of ports.',
    check({ spec }, say) {
      for (const [index, rule] of rulesOf(spec)) {
        for (const side of ['src', 'dst']) {
          for (const [place, match] of itemsOf(at(rule, 'match', side))) {
            listOf(match.ports).forEach((port, position) => {
              if (!isPortRange(port))
                say(
                  [
                    'spec',
                    'acl',
                    'rules',
                    index,
                    'match',
                    side,
                    place,
                    'ports',
                    position,
                  ],
                  `${String(port)} is neither a port nor a range of ports.`,
                  'Write a number from 1 to 65535, or two with a dash between.',
                );
            });
          }
        }
      }
    },
    accepts: of({
      match: { proto: 'tcp', dst: [{ ports: ['80', '443-444'] }] },
    }),
    refuses: of({ match: { proto: 'tcp', dst: [{ ports: ['0'] }] } }),
  },
  {
    id: 'gatewayPeering.aclProtocol',
    severity: 'critical',
    since: '26.03',
    sentence:
      'The protocol of a filter rule is tcp, udp or a number up to 255; ports go with tcp and udp only.',
    check({ spec }, say) {
      for (const [index, rule] of rulesOf(spec)) {
        const path = ['spec', 'acl', 'rules', index, 'match'];
        const protocol = textOf(at(rule, 'match', 'proto'));
        const hasPorts = ['src', 'dst'].some(side =>
          itemsOf(at(rule, 'match', side)).some(
            ([, { ports }]) => listOf(ports).length > 0,
          ),
        );
        if (protocol === 'tcp' || protocol === 'udp') continue;
        if (
          protocol &&
          !(/^[0-9]{1,3}$/.test(protocol) && Number(protocol) < 256)
        )
          say(
            [...path, 'proto'],
            `${protocol} is not a protocol.`,
            'Write tcp, udp, or the number of the protocol in quotes.',
          );
        else if (hasPorts)
          say(
            path,
            protocol
              ? `Ports do not go with the protocol ${protocol}.`
              : 'Ports are given, and no protocol.',
            'Set proto to tcp or udp.',
          );
      }
    },
    accepts: of({ match: { proto: '132' } }),
    refuses: of({ match: { dst: [{ ports: ['80'] }] } }),
  },
  {
    id: 'gatewayPeering.aclNetwork',
    severity: 'critical',
    since: '26.03',
    sentence: 'A match of a filter rule has at most one of cidr and vpcSubnet.',
    check({ spec }, say) {
      for (const [index, rule] of rulesOf(spec)) {
        for (const side of ['src', 'dst']) {
          for (const [place, match] of itemsOf(at(rule, 'match', side))) {
            if (textOf(match.cidr) && textOf(match.vpcSubnet))
              say(
                ['spec', 'acl', 'rules', index, 'match', side, place],
                'The match has cidr and vpcSubnet.',
                'Keep one of the two.',
              );
          }
        }
      }
    },
    accepts: of({ match: { src: [{ vpcSubnet: 'default' }] } }),
    refuses: of({
      match: { src: [{ vpcSubnet: 'default', cidr: '10.0.2.0/24' }] },
    }),
  },
];
