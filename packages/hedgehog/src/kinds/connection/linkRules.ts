import { byText } from '../../model/json';
import { networkOf, parsePrefix } from '../../schema/ipv4';
import { covers } from '../../schema/overlaps';
import { tableOf } from '../FabricView';
import { KindValidationRule } from '../ValidationRule';
import { linkAddressesOf } from './ports';

const links = 'Connection spine-01--fabric--leaf-01 spec.fabric.links';
const pair = (spine: string, leaf: string) => ({
  [`${links}[0].spine.ip`]: spine,
  [`${links}[0].leaf.ip`]: leaf,
});

/** Address → the connection that has it first by name. */
const addressOwners = tableOf(fabric => {
  const owners = new Map<number, string>();
  for (const subject of fabric.all('Connection')) {
    for (const ends of linkAddressesOf(subject)) {
      for (const { ip } of ends) {
        const address = parsePrefix(ip)?.address;
        if (address === undefined) continue;
        const other = owners.get(address);
        if (other === undefined || byText(subject.name, other) < 0)
          owners.set(address, subject.name);
      }
    }
  }
  return owners;
});

export const connectionLinkRules: readonly KindValidationRule[] = [
  {
    id: 'connection.linkIP',
    severity: 'critical',
    sentence: 'The two ends of a link have the two addresses of one IPv4 /31.',
    check(subject, say) {
      for (const ends of linkAddressesOf(subject)) {
        const prefixes = ends.map(({ ip }) => parsePrefix(ip));
        ends.forEach(({ ip, path }, index) => {
          if (prefixes[index]?.length !== 31)
            say(path, `The address ${ip} is not an IPv4 /31.`);
        });
        const [a, b] = prefixes;
        if (a?.length !== 31 || b?.length !== 31) continue;
        if (networkOf(a) !== networkOf(b) || a.address === b.address)
          say(
            ends[1].path,
            `The addresses ${ends[0].ip} and ${ends[1].ip} are not the two of one /31.`,
            'Give the ends an even address and the next one.',
          );
      }
    },
    accepts: pair('172.30.128.3/31', '172.30.128.2/31'),
    refuses: pair('172.30.128.1/31', '172.30.128.2/31'),
  },
  {
    id: 'connection.linkSubnet',
    severity: 'critical',
    isAssumed: true,
    sentence: "Addresses of links lie in the fabric's network for links.",
    checkIn(subject, { settings }, say) {
      const network = parsePrefix(settings.fabricSubnet);
      for (const ends of linkAddressesOf(subject)) {
        for (const { ip, path } of ends) {
          const prefix = parsePrefix(ip);
          if (network && prefix && !covers(network, prefix))
            say(
              path,
              `The address ${ip} is outside ${settings.fabricSubnet}, the fabric's network for links.`,
            );
        }
      }
    },
    accepts: pair('172.30.255.0/31', '172.30.255.1/31'),
    refuses: pair('10.200.0.0/31', '10.200.0.1/31'),
  },
  {
    id: 'connection.linkIPTwice',
    severity: 'critical',
    sentence: 'An address of a link is used on no other link.',
    checkIn(subject, fabric, say) {
      const owners = addressOwners(fabric);
      const own = new Set<number>();
      for (const ends of linkAddressesOf(subject)) {
        const here = new Set<number>();
        for (const { ip, path } of ends) {
          const address = parsePrefix(ip)?.address;
          if (address === undefined) continue;
          const owner = owners.get(address);
          if (owner !== subject.name || own.has(address))
            say(
              path,
              `The address ${ip} is used ${
                owner === subject.name ? 'twice in' : 'by'
              } Connection ${owner}.`,
              'Choose a free pair of addresses.',
            );
          here.add(address);
        }
        // The two ends of one link are compared by connection.linkIP.
        for (const address of here) own.add(address);
      }
    },
    accepts: pair('172.30.128.40/31', '172.30.128.41/31'),
    refuses: pair('172.30.128.20/31', '172.30.128.21/31'),
  },
];
