import { JsonMap, mapOf } from '../../model/json';
import { firstOwners } from '../conflicts';
import { typesOf } from '../connection/links';
import { isHollow, isUnset } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';
import { aclRules } from './aclRules';

const bgp = 'ExternalAttachment leaf-01--ext-1';
const fixed = 'ExternalAttachment leaf-02--ext-2';

const vlanOf = (spec: JsonMap) =>
  mapOf(spec.static)?.vlan ?? mapOf(spec.switch)?.vlan ?? 0;
const placeOf = (spec: JsonMap) => `${spec.connection} ${vlanOf(spec)}`;
const placeTaken = firstOwners('ExternalAttachment', ({ spec }) => [
  placeOf(spec),
]);

export const externalAttachmentRules: readonly KindValidationRule[] = [
  {
    id: 'externalAttachment.bgp',
    severity: 'critical',
    sentence:
      'A BGP attachment names the address of the switch, and AS number and address of the neighbour.',
    check({ spec }, say) {
      if (mapOf(spec.static)) return;
      for (const [side, field] of [
        ['switch', 'ip'],
        ['neighbor', 'asn'],
        ['neighbor', 'ip'],
      ]) {
        if (isUnset(mapOf(spec[side])?.[field]))
          say(
            ['spec', side, field],
            `The field ${side}.${field} is required for a BGP attachment.`,
            'Set it, or static.',
          );
      }
    },
    accepts: { [`${bgp} spec.neighbor.asn`]: 65002 },
    refuses: { [`${bgp} spec.neighbor.asn`]: undefined },
  },
  {
    id: 'externalAttachment.static',
    severity: 'critical',
    since: '26.01',
    sentence:
      'A static attachment has exactly one of ip and proxy, and nothing of BGP.',
    check({ spec }, say) {
      const own = mapOf(spec.static);
      if (!own) return;
      for (const side of ['switch', 'neighbor']) {
        if (!isHollow(spec[side]))
          say(
            ['spec', side],
            `A static attachment must not have ${side}.`,
            `Remove ${side}, or static.`,
          );
      }
      if (isUnset(own.ip) === isUnset(own.proxy))
        say(
          ['spec', 'static'],
          'A static attachment has exactly one of ip and proxy.',
        );
    },
    accepts: {
      [`${fixed} spec.static`]: { remoteIP: '100.2.1.1', proxy: true },
    },
    refuses: { [`${fixed} spec.static.proxy`]: true },
  },
  {
    id: 'externalAttachment.connectionType',
    severity: 'critical',
    sentence: 'An external is attached to a connection of type external.',
    checkIn({ spec }, fabric, say) {
      const connection = fabric.get('Connection', spec.connection);
      const [type] = connection ? typesOf(connection.spec) : [];
      if (type !== undefined && type !== 'external')
        say(
          ['spec', 'connection'],
          `The connection ${spec.connection} is of type ${type}.`,
          'Name a connection of type external.',
        );
    },
    accepts: {
      [`${bgp} spec.connection`]: 'leaf-02--external',
    },
    refuses: { [`${bgp} spec.connection`]: 'leaf-02--static' },
  },
  {
    id: 'externalAttachment.staticExternal',
    severity: 'critical',
    since: '26.01',
    sentence:
      'Static attachments lead to static externals, and BGP attachments to BGP externals.',
    checkIn({ spec }, fabric, say) {
      const external = fabric.get('External', spec.external);
      if (!external) return;
      const isStatic = mapOf(spec.static) !== undefined;
      if (isStatic !== (mapOf(external.spec.static) !== undefined))
        say(
          ['spec', 'external'],
          isStatic
            ? `The attachment is static, but External ${external.name} speaks BGP.`
            : `The attachment speaks BGP, but External ${external.name} is static.`,
        );
    },
    accepts: {},
    refuses: { [`${fixed} spec.external`]: 'ext-1' },
  },
  {
    id: 'externalAttachment.vlan',
    severity: 'critical',
    sentence: 'A connection has one attachment for each VLAN.',
    checkIn({ name, spec }, fabric, say) {
      const other = placeTaken(fabric)(placeOf(spec), name);
      const vlan = vlanOf(spec);
      if (other)
        say(
          ['spec', 'connection'],
          `ExternalAttachment ${other} uses ${
            vlan ? `VLAN ${vlan} of` : 'the untagged port of'
          } ${spec.connection} already.`,
          'Choose another VLAN.',
        );
    },
    accepts: {
      [`${fixed} spec.connection`]: 'leaf-01--external',
      [`${fixed} spec.static.vlan`]: 11,
    },
    refuses: {
      [`${fixed} spec.connection`]: 'leaf-01--external',
      [`${fixed} spec.static.vlan`]: 10,
    },
  },
  ...aclRules,
];
