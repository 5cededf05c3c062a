import { isEqual } from '../../compare/isEqual';
import { mapOf, textOf, textsOf } from '../../model/json';
import { tableOf } from '../FabricView';
import { isHollow, isUnset } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';
import { rangesOf } from '../vpc/vlanRules';
import { switchAddressRules } from './addressRules';
import { switchASNRules } from './asnRules';
import { switchProfileRules } from './profileRules';

const leaf = 'Switch leaf-01';

/** Combinations of VLAN namespaces → the two of them that share VLANs. Few combinations, however many switches. */
const sharedVLANs = tableOf(fabric => {
  const found = new Map<string, [string, string] | undefined>();
  return (names: readonly string[]) => {
    const key = names.join(' ');
    if (!found.has(key)) {
      const ranges = names
        .flatMap(name =>
          (rangesOf(fabric).get(name) ?? []).map(range => ({ name, ...range })),
        )
        .sort((a, b) => a.from - b.from);
      const index = ranges.findIndex(
        (range, at) =>
          at > 0 &&
          ranges[at - 1].to >= range.from &&
          ranges[at - 1].name !== range.name,
      );
      found.set(
        key,
        index < 0 ? undefined : [ranges[index - 1].name, ranges[index].name],
      );
    }
    return found.get(key);
  };
});

const ofItself: readonly KindValidationRule[] = [
  {
    id: 'switch.role',
    severity: 'critical',
    sentence:
      'The role virtual-edge is in the schema, and Hedgehog cannot do it.',
    check({ spec }, say) {
      if (spec.role === 'virtual-edge')
        say(
          ['spec', 'role'],
          'Hedgehog does not know what to do with the role virtual-edge.',
          'Use spine, server-leaf, border-leaf or mixed-leaf.',
        );
    },
    accepts: { [`${leaf} spec.role`]: 'border-leaf' },
    refuses: { [`${leaf} spec.role`]: 'virtual-edge' },
  },
  {
    id: 'switch.redundancy',
    severity: 'critical',
    sentence: 'Redundancy names both a group and a type.',
    check({ spec }, say) {
      const own = mapOf(spec.redundancy);
      if (isUnset(own?.group) !== isUnset(own?.type))
        say(
          ['spec', 'redundancy'],
          `Redundancy has ${
            isUnset(own?.group) ? 'a type but no group' : 'a group but no type'
          }.`,
          'Set both, or none.',
        );
    },
    accepts: { 'Switch spine-01 spec.redundancy': {} },
    refuses: { 'Switch spine-01 spec.redundancy': { group: 'eslag-1' } },
  },
  {
    id: 'switch.mclag',
    severity: 'critical',
    since: '26.03',
    sentence: 'Redundancy of type mclag was removed from Hedgehog in 26.03.',
    check({ spec }, say) {
      if (mapOf(spec.redundancy)?.type === 'mclag')
        say(
          ['spec', 'redundancy', 'type'],
          'Redundancy of type mclag was removed from Hedgehog in 26.03.',
          'Use eslag.',
        );
    },
    accepts: {},
    refuses: {
      'Switch leaf-03': {
        role: 'server-leaf',
        profile: 'vs',
        asn: 65103,
        ip: '172.30.0.20/21',
        protocolIP: '172.30.8.20/32',
        vtepIP: '172.30.12.20/32',
        redundancy: { group: 'eslag-1', type: 'mclag' },
      },
    },
  },
  {
    id: 'switch.vlanRanges',
    severity: 'critical',
    sentence: 'VLAN namespaces of one switch do not share VLANs.',
    checkIn({ spec }, fabric, say) {
      const names = textsOf(spec.vlanNamespaces);
      const shared = names.length > 1 ? sharedVLANs(fabric)(names) : undefined;
      if (shared)
        say(
          ['spec', 'vlanNamespaces'],
          `The VLAN namespaces ${shared[0]} and ${shared[1]} share VLANs.`,
          'Give the namespaces different ranges, or take one away from the switch.',
        );
    },
    accepts: {
      'VLANNamespace other': { ranges: [{ from: 100, to: 199 }] },
      [`${leaf} spec.vlanNamespaces`]: ['default', 'other'],
    },
    refuses: {
      'VLANNamespace other': { ranges: [{ from: 1100, to: 1199 }] },
      [`${leaf} spec.vlanNamespaces`]: ['default', 'other'],
    },
  },
  {
    id: 'switch.portLocators',
    severity: 'warning',
    sentence:
      'Port locators end by themselves, so git cannot describe them; they are not compared.',
    check({ spec }, say) {
      if (spec.portLocators !== undefined && spec.portLocators !== null)
        say(
          ['spec', 'portLocators'],
          'Port locators end by themselves, so git cannot describe them; they are not compared.',
          'Remove them from the file.',
        );
    },
    accepts: {},
    refuses: { [`${leaf} spec.portLocators`]: { '*': '1h' } },
  },
  {
    id: 'switch.breakoutsFrozen',
    severity: 'critical',
    sentence: 'While RoCE is on, breakouts of ports cannot be changed.',
    checkIn({ kind, name, spec }, fabric, say) {
      const before = fabric.before(kind, name)?.spec;
      if (before?.roce !== true || spec.roce !== true) return;
      const same =
        (isHollow(before.portBreakouts) && isHollow(spec.portBreakouts)) ||
        isEqual(before.portBreakouts, spec.portBreakouts);
      if (!same)
        say(
          ['spec', 'portBreakouts'],
          'RoCE is on in the cluster and here, so breakouts cannot be changed.',
          'Switch RoCE off first, then change breakouts, then switch it on again.',
        );
    },
    given: { before: { [`${leaf} spec.roce`]: true } },
    accepts: { [`${leaf} spec.portBreakouts`]: { 'E1/30': '4x25G' } },
    refuses: {
      [`${leaf} spec.roce`]: true,
      [`${leaf} spec.portBreakouts`]: { 'E1/30': '4x25G' },
    },
  },
  {
    id: 'switch.portTwice',
    severity: 'critical',
    sentence: 'A port has a speed or a breakout, not both.',
    check({ spec }, say) {
      const speeds = mapOf(spec.portSpeeds) ?? {};
      for (const port of Object.keys(mapOf(spec.portBreakouts) ?? {})) {
        if (textOf(speeds[port]))
          say(
            ['spec', 'portSpeeds', port],
            `The port ${port} has a speed and a breakout.`,
            'Keep one of the two.',
          );
      }
    },
    accepts: {
      [`${leaf} spec.portBreakouts`]: { 'E1/30': '4x25G' },
      [`${leaf} spec.portSpeeds`]: { 'E1/10': '10G' },
    },
    refuses: {
      [`${leaf} spec.portBreakouts`]: { 'E1/30': '4x25G' },
      [`${leaf} spec.portSpeeds`]: { 'E1/30': '10G' },
    },
  },
];

export const switchRules: readonly KindValidationRule[] = [
  ...ofItself,
  ...switchAddressRules,
  ...switchASNRules,
  ...switchProfileRules,
];
