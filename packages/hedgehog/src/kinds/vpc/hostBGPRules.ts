import { JsonMap, mapOf, textOf } from '../../model/json';
import { PathSegments } from '../../model/path';
import { parsePrefix, Prefix } from '../../schema/ipv4';
import { isCanonical, overlap } from '../../schema/overlaps';
import { entriesOf, isHollow } from '../normalizers';
import { KindValidationRule, Say } from '../ValidationRule';
import { isInNamespace, reservedAt } from './addressRules';
import { subnetsIn } from './subnets';

const fields = [
  'hostBGPMinPrefixLen',
  'hostBGPMaxPrefixLen',
  'hostBGPExtraPrefixes',
];
const backup = 'VPC vpc-1 spec.subnets.backup';
const bgp = { subnet: '10.0.11.0/24', hostBGP: true };
const extra = (prefix: string) => ({
  [backup]: { ...bgp, hostBGPExtraPrefixes: { [prefix]: {} } },
});

export const vpcHostBGPRules: readonly KindValidationRule[] = [
  {
    id: 'vpc.hostBGP',
    severity: 'critical',
    since: '26.01',
    sentence:
      'A subnet whose hosts speak BGP has no DHCP, and only such a subnet has hostBGP settings.',
    check({ spec }, say) {
      for (const { key, subnet } of subnetsIn(spec)) {
        if (subnet.hostBGP === true) {
          const dhcp = mapOf(subnet.dhcp);
          if (dhcp?.enable === true || textOf(dhcp?.relay))
            say(
              ['spec', 'subnets', key, 'dhcp'],
              'A subnet whose hosts speak BGP cannot have DHCP.',
              'Remove dhcp, or hostBGP.',
            );
          continue;
        }
        for (const field of fields) {
          if (!isHollow(subnet[field]))
            say(
              ['spec', 'subnets', key, field],
              `The field ${field} needs hostBGP.`,
              'Set hostBGP: true, or remove the field.',
            );
        }
      }
    },
    accepts: { [backup]: { ...bgp, hostBGPMinPrefixLen: 28 } },
    refuses: { [backup]: { ...bgp, dhcp: { enable: true } } },
  },
  {
    id: 'vpc.hostBGPPrefixLen',
    severity: 'critical',
    since: '26.03',
    sentence:
      'Prefix lengths accepted from hosts rise from the shortest to the longest, and are no shorter than the network.',
    check({ spec }, say) {
      for (const { key, subnet, prefix: own } of subnetsIn(spec)) {
        if (!fields.some(field => subnet[field])) continue;
        const path = ['spec', 'subnets', key];
        checkLengths(
          { min: subnet.hostBGPMinPrefixLen, max: subnet.hostBGPMaxPrefixLen },
          own,
          [...path, 'hostBGPMinPrefixLen'],
          say,
        );
        for (const [prefix, range] of entriesOf(subnet.hostBGPExtraPrefixes))
          checkLengths(
            { min: range.minPrefixLen, max: range.maxPrefixLen },
            parsePrefix(prefix),
            [...path, 'hostBGPExtraPrefixes', prefix],
            say,
          );
      }
    },
    accepts: {
      [backup]: { ...bgp, hostBGPMinPrefixLen: 24, hostBGPMaxPrefixLen: 32 },
    },
    refuses: {
      [backup]: { ...bgp, hostBGPMinPrefixLen: 30, hostBGPMaxPrefixLen: 28 },
    },
  },
  {
    id: 'vpc.hostBGPExtraPrefix',
    severity: 'critical',
    since: '26.03',
    sentence:
      'Further networks of hosts with BGP are IPv4 networks without host bits that overlap no other of the VPC.',
    check({ spec }, say) {
      const given = extraPrefixesOf(spec);
      if (given.length === 0) return;
      const own = subnetsIn(spec);
      const seen: { text: string; prefix: Prefix }[] = [];
      for (const { text, path } of given) {
        const prefix = parsePrefix(text);
        if (!prefix || !isCanonical(prefix)) {
          say(
            path,
            `The network ${text} is not an IPv4 network without host bits.`,
          );
          continue;
        }
        const other =
          own.find(({ prefix: held }) => held && overlap(held, prefix))?.subnet
            .subnet ?? seen.find(item => overlap(item.prefix, prefix))?.text;
        if (other) say(path, `The network ${text} overlaps ${other}.`);
        seen.push({ text, prefix });
      }
    },
    accepts: extra('10.0.64.0/24'),
    refuses: extra('10.0.64.1/24'),
  },
  {
    id: 'vpc.hostBGPNamespace',
    severity: 'critical',
    since: '26.03',
    sentence:
      'Further networks of hosts with BGP lie inside the IPv4 namespace and outside networks that the fabric uses itself.',
    checkIn({ spec }, fabric, say) {
      for (const { text, path } of extraPrefixesOf(spec)) {
        const prefix = parsePrefix(text);
        const reserved = reservedAt(fabric, prefix);
        if (reserved)
          say(
            path,
            `The network ${text} overlaps ${reserved.subnet}, which the fabric uses for ${reserved.use}.`,
          );
        else if (!isInNamespace(fabric, spec.ipv4Namespace, prefix))
          say(
            path,
            `The network ${text} is not inside the IPv4 namespace ${spec.ipv4Namespace}.`,
          );
      }
    },
    accepts: extra('10.0.64.0/24'),
    refuses: extra('10.64.0.0/24'),
  },
];

function checkLengths(
  { min, max }: { min: unknown; max: unknown },
  network: Prefix | undefined,
  path: PathSegments,
  say: Say,
) {
  if (
    typeof min === 'number' &&
    typeof max === 'number' &&
    min > max &&
    max > 0
  )
    say(
      path,
      `The shortest prefix /${min} is longer than the longest /${max}.`,
    );
  else if (
    typeof min === 'number' &&
    min > 0 &&
    network &&
    min < network.length
  )
    say(
      path,
      `The shortest prefix /${min} is shorter than the network, which is a /${network.length}.`,
    );
}

function extraPrefixesOf(
  spec: JsonMap,
): { text: string; path: PathSegments }[] {
  const found: { text: string; path: PathSegments }[] = [];
  for (const { key, subnet } of subnetsIn(spec)) {
    const given = mapOf(subnet.hostBGPExtraPrefixes);
    if (!given) continue;
    for (const text of Object.keys(given)) {
      const path = ['spec', 'subnets', key, 'hostBGPExtraPrefixes', text];
      found.push({ text, path });
    }
  }
  return found;
}
