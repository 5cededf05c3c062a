import { itemsOf } from '../../kinds/normalizers';
import { at, JsonMap, listOf, textOf } from '../../model/json';
import { normalForm } from '../../schema/Form';
import { FilterRecord, FilterRuleRecord, MatchRecord } from '../records';
import { readPorts } from './readPorts';

/** The filter of a gateway peering. Its rules are tried in order; the first that matches decides. */
export function readFilter(
  acl: JsonMap,
  sides: readonly string[],
): FilterRecord {
  return {
    isClosed: acl.default === 'deny',
    rules: itemsOf(acl.rules).map(([, rule]) => readRule(rule, sides)),
  };
}

function readRule(rule: JsonMap, sides: readonly string[]): FilterRuleRecord {
  const from = senderOf(rule, sides);
  const protocols = protocolsOf(textOf(at(rule, 'match', 'proto')));
  return {
    ...(from ? { from } : {}),
    isAllow: rule.action === 'allow',
    isFlow: rule.scope !== 'packet',
    ...(protocols ? { protocols } : {}),
    sources: matchesOf(at(rule, 'match', 'src')),
    targets: matchesOf(at(rule, 'match', 'dst')),
  };
}

/** One of `from` and `to` may be left out, as there are but two sides. */
function senderOf(rule: JsonMap, sides: readonly string[]): string | undefined {
  const [from, to] = [textOf(rule.from), textOf(rule.to)];
  const other = to && sides.includes(to) && sides.find(side => side !== to);
  const sender = from || other;
  const isSound = sender && sides.includes(sender) && (!to || other === sender);
  return isSound ? sender : undefined;
}

function protocolsOf(
  text: string | undefined,
): readonly [number, number] | undefined {
  if (!text) return [0, 255];
  if (text === 'tcp') return [6, 6];
  if (text === 'udp') return [17, 17];
  const number = /^[0-9]{1,3}$/.test(text) ? Number(text) : 256;
  return number <= 255 ? [number, number] : undefined;
}

function matchesOf(list: unknown): MatchRecord[] {
  return itemsOf(list).map(([, item]): MatchRecord => {
    const cidr = textOf(item.cidr);
    const subnet = textOf(item.vpcSubnet);
    const ports = listOf(item.ports);
    return {
      ...(cidr ? { prefix: normalForm('prefix', cidr) ?? cidr } : {}),
      ...(subnet && !cidr ? { subnet } : {}),
      ...(ports.length > 0
        ? {
            ports: ports.flatMap(port => {
              const range = readPorts(port);
              return range ? [range] : [];
            }),
          }
        : {}),
    };
  });
}
