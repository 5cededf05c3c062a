import { listOf, mapOf, textOf } from '../../model/json';
import { overlapsOf, prefixesOf } from '../../schema/overlaps';
import { KindValidationRule } from '../ValidationRule';

const external = 'External ext-2';

export const externalRules: readonly KindValidationRule[] = [
  {
    id: 'external.prefixes',
    severity: 'critical',
    since: '26.01',
    sentence: 'A static external has networks, and they do not overlap.',
    check({ spec }, say) {
      const fixed = mapOf(spec.static);
      if (!fixed) return;
      const path = ['spec', 'static', 'prefixes'];
      const texts = listOf(fixed.prefixes);
      const owned = prefixesOf(texts.map((text, owner) => ({ text, owner })));
      for (const [index, other] of overlapsOf(owned, (a, b) => a - b))
        say(
          [...path, index],
          `The networks ${texts[index]} and ${texts[other]} overlap.`,
          'Keep the larger one.',
        );
    },
    accepts: {
      [`${external} spec.static.prefixes`]: ['10.1.0.0/16', '10.2.0.0/16'],
    },
    refuses: {
      [`${external} spec.static.prefixes`]: ['10.1.0.0/16', '10.1.2.0/24'],
    },
  },
  {
    id: 'external.communities',
    severity: 'critical',
    since: '26.01',
    sentence: 'A static external speaks no BGP, so it has no communities.',
    check({ spec }, say) {
      if (!mapOf(spec.static)) return;
      for (const field of ['inboundCommunity', 'outboundCommunity']) {
        if (textOf(spec[field]))
          say(
            ['spec', field],
            'A static external speaks no BGP, so it has no communities.',
            `Remove ${field}, or static.`,
          );
      }
    },
    accepts: { [`${external} spec.inboundCommunity`]: '' },
    refuses: { [`${external} spec.inboundCommunity`]: '65102:5000' },
  },
];
