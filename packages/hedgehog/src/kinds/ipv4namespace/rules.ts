import { listOf, textOf } from '../../model/json';
import { parsePrefix } from '../../schema/ipv4';
import { overlapsOf, prefixesOf } from '../../schema/overlaps';
import { KindValidationRule } from '../ValidationRule';
import { reservedAt } from '../vpc/addressRules';

const subnets = 'IPv4Namespace default spec.subnets';

export const ipv4NamespaceRules: readonly KindValidationRule[] = [
  {
    id: 'ipv4Namespace.overlap',
    severity: 'critical',
    sentence: 'Networks of an IPv4 namespace do not overlap.',
    check({ spec }, say) {
      const texts = listOf(spec.subnets);
      const owned = prefixesOf(texts.map((text, owner) => ({ text, owner })));
      for (const [index, other] of overlapsOf(owned, (a, b) => a - b))
        say(
          ['spec', 'subnets'],
          `The networks ${texts[index]} and ${texts[other]} overlap.`,
          'Keep the larger one.',
        );
    },
    accepts: { [subnets]: ['10.0.0.0/16', '10.1.0.0/16'] },
    refuses: { [subnets]: ['10.0.0.0/16', '10.0.128.0/17'] },
  },
  {
    id: 'ipv4Namespace.reserved',
    severity: 'critical',
    sentence:
      'Networks of an IPv4 namespace do not overlap networks that the fabric uses itself.',
    isAssumed: true,
    checkIn({ spec }, fabric, say) {
      for (const text of listOf(spec.subnets)) {
        const reserved = reservedAt(fabric, parsePrefix(textOf(text) ?? ''));
        if (reserved)
          say(
            ['spec', 'subnets'],
            `The network ${text} overlaps ${reserved.subnet}, which the fabric uses for ${reserved.use}.`,
            'Choose another network.',
          );
      }
    },
    accepts: { [subnets]: ['10.0.0.0/16', '172.16.0.0/16'] },
    refuses: { [subnets]: ['10.0.0.0/16', '172.30.8.0/24'] },
  },
];
