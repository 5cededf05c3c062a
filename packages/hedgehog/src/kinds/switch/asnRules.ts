import { firstOwners } from '../conflicts';
import { KindValidationRule } from '../ValidationRule';

const leaf = 'Switch leaf-01 spec';
const isLeaf = (role: unknown) =>
  typeof role === 'string' && role.endsWith('-leaf');

const firstOfASN = firstOwners('Switch', ({ spec }) =>
  isLeaf(spec.role) && spec.asn ? [String(spec.asn)] : [],
);

export const switchASNRules: readonly KindValidationRule[] = [
  {
    id: 'switch.asnTwice',
    severity: 'critical',
    sentence: 'Every leaf has an AS number of its own.',
    checkIn({ name, spec }, fabric, say) {
      if (!isLeaf(spec.role) || !spec.asn) return;
      const other = firstOfASN(fabric)(String(spec.asn), name);
      if (other)
        say(
          ['spec', 'asn'],
          `The AS number ${spec.asn} is used by Switch ${other}, too.`,
          'Choose a free AS number.',
        );
    },
    accepts: { [`${leaf}.asn`]: 65200 },
    refuses: { [`${leaf}.asn`]: 65102 },
  },
  {
    id: 'switch.leafASN',
    severity: 'critical',
    isAssumed: true,
    sentence: 'The AS number of a leaf lies in the range for leaves.',
    checkIn({ spec }, { settings: { leafASNStart, leafASNEnd } }, say) {
      const { asn, role } = spec;
      if (typeof asn !== 'number' || asn === 0 || !isLeaf(role)) return;
      if (asn < leafASNStart || asn > leafASNEnd)
        say(
          ['spec', 'asn'],
          `The AS number ${asn} is outside ${leafASNStart}–${leafASNEnd}, the range for leaves.`,
        );
    },
    accepts: { [`${leaf}.asn`]: 65533 },
    refuses: { [`${leaf}.asn`]: 65534 },
  },
  {
    id: 'switch.spineASN',
    severity: 'critical',
    isAssumed: true,
    sentence: 'All spines have the AS number for spines.',
    checkIn({ spec }, { settings }, say) {
      const { asn, role } = spec;
      if (role !== 'spine' || typeof asn !== 'number' || asn === 0) return;
      if (asn !== settings.spineASN)
        say(
          ['spec', 'asn'],
          `The AS number ${asn} is not ${settings.spineASN}, the one of spines.`,
          `Set asn: ${settings.spineASN}.`,
        );
    },
    given: { settings: { spineASN: 65050 } },
    accepts: { 'Switch spine-01 spec.asn': 65050 },
    refuses: { 'Switch spine-01 spec.asn': 65051 },
  },
];
