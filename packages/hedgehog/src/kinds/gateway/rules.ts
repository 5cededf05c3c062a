import { byText, textOf } from '../../model/json';
import { parsePrefix } from '../../schema/ipv4';
import { addressOf, earlierHolderOf } from '../addresses';
import { firstOwners } from '../conflicts';
import { tableOf } from '../FabricView';
import { entriesOf, isUnset, itemsOf } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';
import { isGatewayUnhydrated } from './isUnhydrated';

const gateway = 'Gateway gateway-1 spec';
const another = (rest: Record<string, unknown>) => ({
  'Gateway gateway-2': {
    asn: 65534,
    protocolIP: '172.30.8.10/32',
    vtepIP: '172.30.12.10/32',
    vtepMAC: '0c:20:12:ff:00:10',
    groups: [{ name: 'gw-group', priority: 2 }],
    interfaces: { enp2s1: { kernel: 'enp2s1', ips: ['172.30.128.13/31'] } },
    neighbors: [{ source: 'enp2s1', ip: '172.30.128.12', asn: 65100 }],
    ...rest,
  },
});

const firstOfMAC = firstOwners('Gateway', ({ spec }) => {
  const mac = textOf(spec.vtepMAC);
  return mac ? [mac.toLowerCase()] : [];
});

/** Gateways of each group, by name. */
const members = tableOf(fabric => {
  const byGroup = new Map<string, string[]>();
  for (const { name, spec } of fabric.all('Gateway')) {
    for (const [, group] of itemsOf(spec.groups)) {
      const list = byGroup.get(String(group.name));
      if (list) list.push(name);
      else byGroup.set(String(group.name), [name]);
    }
  }
  for (const list of byGroup.values()) list.sort(byText);
  return byGroup;
});

export const gatewayRules: readonly KindValidationRule[] = [
  {
    id: 'gateway.disabled',
    severity: 'critical',
    isAssumed: true,
    sentence: 'The fabric allows gateways.',
    checkIn(_, { settings }, say) {
      if (!settings.gateway)
        say(['spec'], 'Gateways are switched off in this fabric.');
    },
    given: { settings: { gateway: false } },
    accepts: {
      'Gateway gateway-1': undefined,
      'Connection spine-01--gateway--gateway-1': undefined,
    },
    refuses: { 'Connection spine-01--gateway--gateway-1': undefined },
  },
  {
    id: 'gateway.hostAddress',
    severity: 'critical',
    sentence:
      'Router id and tunnel address of a gateway are single addresses (/32).',
    check({ spec }, say) {
      for (const field of ['protocolIP', 'vtepIP']) {
        const text = textOf(spec[field]);
        const prefix = parsePrefix(text ?? '');
        if (text && prefix?.length !== 32 && addressOf(text) !== undefined)
          say(
            ['spec', field],
            `The ${field} ${text} is not a /32.`,
            `Write ${text.split('/')[0]}/32.`,
          );
      }
    },
    accepts: { [`${gateway}.vtepIP`]: '172.30.12.40/32' },
    refuses: { [`${gateway}.vtepIP`]: '172.30.12.40/24' },
  },
  {
    id: 'gateway.interfaces',
    severity: 'critical',
    sentence:
      'A gateway has interfaces with names of 2 to 10 characters, all by kernel name or all by PCI address.',
    check({ spec }, say) {
      const path = ['spec', 'interfaces'];
      const interfaces = entriesOf(spec.interfaces);
      if (interfaces.length === 0 && !isGatewayUnhydrated(spec))
        say(path, 'The gateway has no interface.', 'Add one.');
      for (const [name] of interfaces) {
        if (name.length < 2 || name.length > 10)
          say(
            [...path, name],
            `The name ${name} has ${name.length} characters; it must have 2 to 10.`,
          );
      }
      const named = (field: string) =>
        interfaces.some(([, item]) => !isUnset(item[field]));
      if (named('kernel') && named('pci'))
        say(
          path,
          'Some interfaces have a kernel name and some a PCI address.',
          'Use one of the two for all interfaces.',
        );
    },
    accepts: {
      [`${gateway}.interfaces`]: {
        eth0: { pci: '0000:00:01.0' },
        eth1: { pci: '0000:00:02.0' },
      },
    },
    refuses: {
      [`${gateway}.interfaces`]: {
        eth0: { pci: '0000:00:01.0' },
        eth1: { kernel: 'eth1' },
      },
    },
  },
  {
    id: 'gateway.neighbors',
    severity: 'critical',
    sentence: 'A gateway has a BGP neighbour.',
    check({ spec }, say) {
      if (itemsOf(spec.neighbors).length === 0 && !isGatewayUnhydrated(spec))
        say(
          ['spec', 'neighbors'],
          'The gateway has no BGP neighbour.',
          'Add one.',
        );
    },
    accepts: { [`${gateway}.neighbors[0].asn`]: 65101 },
    refuses: { [`${gateway}.neighbors`]: [] },
  },
  {
    id: 'gateway.groupTwice',
    severity: 'critical',
    sentence: 'A gateway belongs to a group once.',
    check({ spec }, say) {
      const seen = new Set<unknown>();
      for (const [index, { name }] of itemsOf(spec.groups)) {
        if (seen.has(name))
          say(
            ['spec', 'groups', index, 'name'],
            `The group ${name} is named twice.`,
            'Keep one of the two.',
          );
        seen.add(name);
      }
    },
    accepts: {
      [`${gateway}.groups`]: [{ name: 'gw-group' }, { name: 'default' }],
    },
    refuses: {
      [`${gateway}.groups`]: [{ name: 'gw-group' }, { name: 'gw-group' }],
    },
  },
  {
    id: 'gateway.addressTwice',
    severity: 'critical',
    sentence:
      'Addresses and tunnel MACs of gateways belong to no other device.',
    checkIn(subject, fabric, say) {
      for (const field of ['protocolIP', 'vtepIP']) {
        const holder = earlierHolderOf(fabric, subject, field);
        if (holder)
          say(
            ['spec', field],
            `The address ${subject.spec[field]} is the ${holder.field} of ${holder.device}, too.`,
            'Choose a free address.',
          );
      }
      const mac = textOf(subject.spec.vtepMAC);
      const other = mac && firstOfMAC(fabric)(mac.toLowerCase(), subject.name);
      if (other)
        say(
          ['spec', 'vtepMAC'],
          `The MAC address ${mac} is used by Gateway ${other}, too.`,
        );
    },
    accepts: another({}),
    refuses: another({ vtepMAC: '0C:20:12:FF:00:09' }),
  },
  {
    id: 'gateway.groupSize',
    severity: 'critical',
    sentence:
      'A gateway group has no more gateways than the fabric has communities for them.',
    checkIn({ name, spec }, fabric, say) {
      const most = fabric.settings.gatewayCommunities;
      if (most === undefined) return;
      for (const [index, group] of itemsOf(spec.groups)) {
        const list = members(fabric).get(String(group.name)) ?? [];
        if (list.indexOf(name) >= most)
          say(
            ['spec', 'groups', index, 'name'],
            `The group ${group.name} has ${list.length} gateways; the fabric has communities for ${most}.`,
          );
      }
    },
    given: { settings: { gatewayCommunities: 1 } },
    accepts: {},
    refuses: another({}),
  },
];
