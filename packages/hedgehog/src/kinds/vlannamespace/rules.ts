import { itemsOf } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';

const ranges = 'VLANNamespace default spec.ranges';
const range = ({ from, to }: { from?: unknown; to?: unknown }) =>
  from === to ? String(from) : `${from}–${to}`;

export const vlanNamespaceRules: readonly KindValidationRule[] = [
  {
    id: 'vlanNamespace.range',
    severity: 'critical',
    sentence: 'A VLAN range does not end before it begins.',
    check({ spec }, say) {
      for (const [index, { from, to }] of itemsOf(spec.ranges)) {
        if (typeof from === 'number' && typeof to === 'number' && from > to)
          say(
            ['spec', 'ranges', index],
            `The range begins at VLAN ${from} and ends at VLAN ${to}.`,
            'Swap the two.',
          );
      }
    },
    accepts: { [ranges]: [{ from: 1000, to: 2999 }, { from: 10 }] },
    refuses: {
      [ranges]: [
        { from: 1000, to: 2999 },
        { from: 20, to: 10 },
      ],
    },
  },
  {
    id: 'vlanNamespace.overlap',
    severity: 'warning',
    sentence: 'VLAN ranges of a namespace do not overlap.',
    check({ spec }, say) {
      const list = itemsOf(spec.ranges).map(([, item]) => item);
      list.slice(1).forEach((item, index) => {
        const before = list[index];
        if (Number(item.from) <= Number(before.to))
          say(
            ['spec', 'ranges'],
            `The ranges ${range(before)} and ${range(item)} overlap.`,
            'Join them.',
          );
      });
    },
    accepts: {
      [ranges]: [
        { from: 1000, to: 1999 },
        { from: 2000, to: 2999 },
      ],
    },
    refuses: {
      [ranges]: [
        { from: 1000, to: 2000 },
        { from: 1990, to: 2999 },
      ],
    },
  },
  {
    id: 'vlanNamespace.reserved',
    severity: 'critical',
    sentence: 'VLAN ranges leave out the VLANs that the fabric uses itself.',
    isAssumed: true,
    checkIn({ spec }, { settings }, say) {
      for (const [, item] of itemsOf(spec.ranges)) {
        const reserved = settings.reservedVLANs.find(
          ({ from, to }) => Number(item.from) <= to && Number(item.to) >= from,
        );
        if (reserved)
          say(
            ['spec', 'ranges'],
            `The range ${range(item)} runs into VLANs ${range(
              reserved,
            )}, which the fabric uses for ${reserved.use}.`,
            'Shorten the range.',
          );
      }
    },
    accepts: { [ranges]: [{ from: 1000, to: 2999 }, { from: 4000 }] },
    refuses: { [ranges]: [{ from: 1000, to: 3000 }] },
  },
];
