import { at, JsonMap, listOf, mapOf, textOf } from '../../model/json';
import { holds, parseIPv4, parsePrefix } from '../../schema/ipv4';
import { isCanonical, overlapsOf, prefixesOf } from '../../schema/overlaps';
import { KindValidationRule } from '../ValidationRule';
import { reservedAt } from '../vpc/addressRules';

const side = 'Connection leaf-02--static spec.staticExternal.link.switch';
const path = ['spec', 'staticExternal', 'link', 'switch'];
const switchOf = (spec: JsonMap) =>
  mapOf(at(spec, 'staticExternal', 'link', 'switch'));

export const staticExternalRules: readonly KindValidationRule[] = [
  {
    id: 'connection.nextHop',
    severity: 'critical',
    sentence:
      "The next hop of a static external lies in the network of the switch's address.",
    check({ spec }, say) {
      const end = switchOf(spec);
      const prefix = parsePrefix(textOf(end?.ip) ?? '');
      const hop = parseIPv4(textOf(end?.nextHop) ?? '');
      if (prefix && hop !== undefined && !holds(prefix, hop))
        say(
          [...path, 'nextHop'],
          `The next hop ${end?.nextHop} is not in the network of ${end?.ip}.`,
        );
    },
    accepts: { [`${side}.nextHop`]: '10.9.0.254' },
    refuses: { [`${side}.nextHop`]: '10.8.0.2' },
  },
  {
    id: 'connection.staticSubnets',
    severity: 'critical',
    sentence:
      'Networks behind a static external have no host bits and do not overlap; a default route stands alone.',
    check({ spec }, say) {
      const texts = listOf(switchOf(spec)?.subnets);
      const owned = prefixesOf(texts.map((text, owner) => ({ text, owner })));
      for (const { prefix, owner } of owned) {
        if (!isCanonical(prefix))
          say(
            [...path, 'subnets', owner],
            `The network ${texts[owner]} has host bits.`,
            'Write the first address of the network.',
          );
      }
      for (const [owner, other] of overlapsOf(owned, (a, b) => a - b))
        say(
          [...path, 'subnets', owner],
          `The networks ${texts[owner]} and ${texts[other]} overlap.`,
        );
    },
    accepts: { [`${side}.subnets`]: ['10.98.0.0/16', '10.99.0.0/16'] },
    refuses: { [`${side}.subnets`]: ['10.98.0.0/16', '0.0.0.0/0'] },
  },
  {
    id: 'connection.staticReserved',
    severity: 'critical',
    isAssumed: true,
    sentence:
      'Networks behind a static external do not overlap networks that the fabric uses itself.',
    checkIn({ spec }, fabric, say) {
      listOf(switchOf(spec)?.subnets).forEach((text, index) => {
        // A default route covers everything and is legal.
        const prefix = parsePrefix(String(text));
        const reserved = prefix?.length
          ? reservedAt(fabric, prefix)
          : undefined;
        if (reserved)
          say(
            [...path, 'subnets', index],
            `The network ${text} overlaps ${reserved.subnet}, which the fabric uses for ${reserved.use}.`,
          );
      });
    },
    accepts: { [`${side}.subnets`]: ['0.0.0.0/0'] },
    refuses: { [`${side}.subnets`]: ['172.30.0.0/16'] },
  },
];
