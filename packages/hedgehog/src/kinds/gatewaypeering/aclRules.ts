import { at, JsonMap, listOf, mapOf, textOf } from '../../model/json';
import { itemsOf } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';
import { isPortRange } from './portRange';

const acl = 'GatewayPeering vpc-2--ext-1 spec.acl';
const of = (rule: JsonMap) => ({
  [acl]: { rules: [{ action: 'deny', ...rule }] },
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
    sentence: 'A filter rule is from one of the two sides to the other.',
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
