import { at, JsonMap, textOf } from '../../model/json';
import { PathSegments } from '../../model/path';
import {
  broadcastOf,
  holds,
  networkOf,
  parseIPv4,
  parsePrefix,
  Prefix,
} from '../../schema/ipv4';
import { Problem } from '../Kind';
import { entriesOf } from '../normalizers';

export function checkVPC(spec: JsonMap, name: string): Problem[] {
  const problems: Problem[] = [];
  if (name.startsWith('ext.')) {
    problems.push({
      rule: 'vpc.name',
      message:
        'The name of a VPC must not begin with ext., which stands for externals.',
      path: ['metadata', 'name'],
    });
  }
  const vlans = new Map<unknown, string>();
  for (const [key, subnet] of entriesOf(spec.subnets)) {
    problems.push(...checkSubnet(subnet, ['spec', 'subnets', key]));
    if (!subnet.vlan) continue;
    const other = vlans.get(subnet.vlan);
    if (other !== undefined) {
      problems.push({
        rule: 'vpc.vlan',
        message: `The subnets ${other} and ${key} use the same VLAN ${String(
          subnet.vlan,
        )}.`,
        path: ['spec', 'subnets', key, 'vlan'],
      });
    }
    vlans.set(subnet.vlan, key);
  }
  return problems;
}

function checkSubnet(subnet: JsonMap, path: PathSegments): Problem[] {
  const problems: Problem[] = [];
  const say = (rule: string, message: string, ...below: string[]) =>
    problems.push({ rule, message, path: [...path, ...below] });
  if (!subnet.vlan && subnet.hostBGP !== true)
    say('vpc.vlan', 'The subnet has no VLAN.', 'vlan');
  const prefix = parsePrefix(textOf(subnet.subnet) ?? '');
  if (!prefix) return problems;
  if (prefix.length > 30)
    say(
      'vpc.subnet',
      `The subnet ${subnet.subnet} is smaller than /30.`,
      'subnet',
    );
  const gateway = parseIPv4(textOf(subnet.gateway) ?? '');
  if (gateway !== undefined && !holds(prefix, gateway)) {
    say(
      'vpc.gateway',
      `The gateway ${subnet.gateway} is outside the subnet ${subnet.subnet}.`,
      'gateway',
    );
  }
  checkRange(subnet, prefix, say);
  return problems;
}

function checkRange(
  subnet: JsonMap,
  prefix: Prefix,
  say: (rule: string, message: string, ...below: string[]) => void,
): void {
  const ends = ['start', 'end'].map(end => ({
    end,
    text: textOf(at(subnet, 'dhcp', 'range', end)),
    address: parseIPv4(textOf(at(subnet, 'dhcp', 'range', end)) ?? ''),
  }));
  for (const { end, text, address } of ends) {
    if (address !== undefined && !holds(prefix, address)) {
      say(
        'vpc.dhcpRange',
        `The ${end} ${text} of the DHCP range is outside the subnet ${subnet.subnet}.`,
        'dhcp',
        'range',
        end,
      );
    }
  }
  const [start, end] = ends;
  if (start.address === undefined || end.address === undefined) return;
  if (start.address >= end.address) {
    say(
      'vpc.dhcpRange',
      `The DHCP range begins at ${start.text}, which is not before its end ${end.text}.`,
      'dhcp',
      'range',
    );
  } else if (
    start.address === networkOf(prefix) ||
    start.address === broadcastOf(prefix)
  ) {
    say(
      'vpc.dhcpRange',
      `The DHCP range begins at ${start.text}, which is no host address.`,
      'dhcp',
      'range',
      'start',
    );
  }
}
