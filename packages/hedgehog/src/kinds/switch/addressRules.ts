import { textOf } from '../../model/json';
import { formatIPv4, holds, parseIPv4, parsePrefix } from '../../schema/ipv4';
import { addressOf, earlierHolderOf } from '../addresses';
import { isUnset } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';

const leaf = 'Switch leaf-01 spec';

export const switchAddressRules: readonly KindValidationRule[] = [
  {
    id: 'switch.hostAddress',
    severity: 'critical',
    sentence:
      'Router id and tunnel address of a switch are single addresses (/32).',
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
    accepts: { [`${leaf}.protocolIP`]: '172.30.8.40/32' },
    refuses: { [`${leaf}.protocolIP`]: '172.30.8.40/31' },
  },
  {
    id: 'switch.vtepOnSpine',
    severity: 'critical',
    sentence: 'A spine has no tunnel address.',
    check({ spec }, say) {
      if (spec.role === 'spine' && !isUnset(spec.vtepIP))
        say(
          ['spec', 'vtepIP'],
          'A spine has no tunnel address.',
          'Remove vtepIP.',
        );
    },
    accepts: { 'Switch spine-01 spec.vtepIP': '' },
    refuses: { 'Switch spine-01 spec.vtepIP': '172.30.12.50/32' },
  },
  {
    id: 'switch.addressTwice',
    severity: 'critical',
    sentence: 'No two switches or gateways have the same address.',
    checkIn(subject, fabric, say) {
      for (const field of ['ip', 'protocolIP', 'vtepIP']) {
        const holder = earlierHolderOf(fabric, subject, field);
        if (holder)
          say(
            ['spec', field],
            `The address ${subject.spec[field]} is the ${holder.field} of ${holder.device}, too.`,
            'Choose a free address.',
          );
      }
    },
    accepts: { [`${leaf}.ip`]: '172.30.0.40/21' },
    refuses: { 'Switch leaf-02 spec.ip': '172.30.0.9/21' },
  },
  {
    id: 'switch.managementAddress',
    severity: 'critical',
    isAssumed: true,
    sentence:
      'The management address of a switch lies in the management network, below the addresses that DHCP hands out.',
    checkIn({ spec }, { settings }, say) {
      const text = textOf(spec.ip);
      const address = addressOf(text);
      const network = parsePrefix(settings.managementSubnet);
      const start = parseIPv4(settings.managementDHCPStart);
      if (address === undefined || !network) return;
      if (!holds(network, address))
        say(
          ['spec', 'ip'],
          `The address ${text} is outside the management network ${settings.managementSubnet}.`,
        );
      else if (start !== undefined && address >= start)
        say(
          ['spec', 'ip'],
          `The address ${text} is not below ${formatIPv4(
            start,
          )}, where DHCP begins.`,
        );
    },
    accepts: { [`${leaf}.ip`]: '172.30.3.255/21' },
    refuses: { [`${leaf}.ip`]: '172.30.4.5/21' },
  },
  {
    id: 'switch.protocolSubnet',
    severity: 'critical',
    isAssumed: true,
    sentence:
      "The router id of a switch lies in the fabric's network for router ids.",
    checkIn({ spec }, { settings }, say) {
      const address = addressOf(spec.protocolIP);
      const network = parsePrefix(settings.protocolSubnet);
      if (address !== undefined && network && !holds(network, address))
        say(
          ['spec', 'protocolIP'],
          `The router id ${spec.protocolIP} is outside ${settings.protocolSubnet}.`,
        );
    },
    accepts: { [`${leaf}.protocolIP`]: '172.30.11.255/32' },
    refuses: { [`${leaf}.protocolIP`]: '172.30.7.1/32' },
  },
  {
    id: 'switch.vtepSubnet',
    severity: 'critical',
    isAssumed: true,
    sentence:
      "The tunnel address of a switch lies in the fabric's network for tunnels.",
    checkIn({ spec }, { settings }, say) {
      const address = addressOf(spec.vtepIP);
      const network = parsePrefix(settings.vtepSubnet);
      if (address !== undefined && network && !holds(network, address))
        say(
          ['spec', 'vtepIP'],
          `The tunnel address ${spec.vtepIP} is outside ${settings.vtepSubnet}.`,
        );
    },
    accepts: { [`${leaf}.vtepIP`]: '172.30.15.255/32' },
    refuses: { [`${leaf}.vtepIP`]: '172.30.17.1/32' },
  },
];
