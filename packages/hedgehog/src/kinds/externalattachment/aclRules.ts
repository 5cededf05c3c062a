import { at, JsonMap, mapOf, textOf } from '../../model/json';
import { PathSegments } from '../../model/path';
import { parsePrefix } from '../../schema/ipv4';
import { isUnset, itemsOf } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';

const acl = 'ExternalAttachment leaf-01--ext-1 spec.inboundACL';
const sound = {
  seq: 10,
  action: 'permit',
  protocol: 'tcp',
  srcPrefix: 'any',
  dstPrefix: '10.0.1.0/24',
};
const of = (...statements: JsonMap[]) => ({ [acl]: { statements } });
const positive = ['ack', 'fin', 'psh', 'rst', 'syn', 'urg'];
const negationOf = (flag: string) =>
  `not${flag[0].toUpperCase()}${flag.slice(1)}`;

function statementsOf(
  spec: JsonMap,
): { statement: JsonMap; path: PathSegments }[] {
  return itemsOf(at(spec, 'inboundACL', 'statements')).map(
    ([index, statement]) => ({
      statement,
      path: ['spec', 'inboundACL', 'statements', index],
    }),
  );
}

export const aclRules: readonly KindValidationRule[] = [
  {
    id: 'externalAttachment.aclSeq',
    severity: 'critical',
    since: '26.02',
    sentence: 'Statements of a filter have different positions.',
    check({ spec }, say) {
      const seen = new Set<unknown>();
      for (const { statement, path } of statementsOf(spec)) {
        if (seen.has(statement.seq))
          say([...path, 'seq'], `Position ${statement.seq} is used twice.`);
        seen.add(statement.seq);
      }
    },
    accepts: of(sound, { ...sound, seq: 20 }),
    refuses: of(sound, sound),
  },
  {
    id: 'externalAttachment.aclPrefix',
    severity: 'critical',
    since: '26.02',
    sentence: 'Source and destination of a filter are IPv4 networks, or any.',
    check({ spec }, say) {
      for (const { statement, path } of statementsOf(spec)) {
        for (const field of ['srcPrefix', 'dstPrefix']) {
          const text = textOf(statement[field]);
          if (text && text !== 'any' && !parsePrefix(text))
            say(
              [...path, field],
              `${text} is not an IPv4 network.`,
              'Write any for everything.',
            );
        }
      }
    },
    accepts: of(sound),
    refuses: of({ ...sound, srcPrefix: 'everywhere' }),
  },
  {
    id: 'externalAttachment.aclPorts',
    severity: 'critical',
    since: '26.02',
    sentence:
      'Ports are for TCP and UDP, and a range does not end before it begins.',
    check({ spec }, say) {
      for (const { statement, path } of statementsOf(spec)) {
        const {
          portRangeBegin: begin,
          portRangeEnd: end,
          protocol,
        } = statement;
        if (isUnset(begin) && isUnset(end)) continue;
        const place = [
          ...path,
          isUnset(begin) ? 'portRangeEnd' : 'portRangeBegin',
        ];
        if (protocol !== 'tcp' && protocol !== 'udp')
          say(place, `Ports do not go with the protocol ${protocol}.`);
        else if (isUnset(begin) || isUnset(end) || Number(begin) > Number(end))
          say(
            place,
            'A range of ports needs a begin and an end that is not before it.',
          );
      }
    },
    accepts: of({ ...sound, portRangeBegin: 80, portRangeEnd: 80 }),
    refuses: of({ ...sound, portRangeBegin: 90, portRangeEnd: 80 }),
  },
  {
    id: 'externalAttachment.aclICMP',
    severity: 'critical',
    since: '26.02',
    sentence: 'ICMP type and code are for ICMP.',
    check({ spec }, say) {
      for (const { statement, path } of statementsOf(spec)) {
        for (const field of ['icmpType', 'icmpCode']) {
          if (
            typeof statement[field] === 'number' &&
            statement.protocol !== 'icmp'
          )
            say(
              [...path, field],
              `The field ${field} does not go with the protocol ${statement.protocol}.`,
            );
        }
      }
    },
    accepts: of({ ...sound, protocol: 'icmp', icmpType: 8 }),
    refuses: of({ ...sound, icmpType: 8 }),
  },
  {
    id: 'externalAttachment.aclFlags',
    severity: 'critical',
    since: '26.02',
    sentence:
      'TCP flags are for TCP; established stands alone, and no flag stands beside its negation.',
    check({ spec }, say) {
      for (const { statement, path } of statementsOf(spec)) {
        const filters = mapOf(statement.tcpFilters) ?? {};
        const set = Object.keys(filters).filter(key => filters[key] === true);
        const place = [...path, 'tcpFilters'];
        if (set.length === 0) continue;
        const both = positive.find(
          flag => set.includes(flag) && set.includes(negationOf(flag)),
        );
        if (statement.protocol !== 'tcp')
          say(
            place,
            `TCP flags do not go with the protocol ${statement.protocol}.`,
          );
        else if (set.includes('established') && set.length > 1)
          say(place, 'The flag established stands alone.');
        else if (both)
          say(place, `The flag ${both} stands beside ${negationOf(both)}.`);
      }
    },
    accepts: of({ ...sound, tcpFilters: { syn: true, notAck: true } }),
    refuses: of({ ...sound, tcpFilters: { syn: true, notSyn: true } }),
  },
];
