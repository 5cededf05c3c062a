import { byText, mapOf, textOf } from '../../model/json';
import { parsePrefix } from '../../schema/ipv4';
import { covers, Owned, overlapsOf, prefixesOf } from '../../schema/overlaps';
import { FabricView, tableOf } from '../FabricView';
import { entriesOf, itemsOf } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';
import { exposesOf, externalPrefix } from './exposes';

const peering = 'GatewayPeering vpc-2--ext-1 spec.peering';
const inside = `${peering}.vpc-2.expose[0]`;

/** Networks that belong to a VPC: its subnets, and what its hosts announce. */
function networksOf(fabric: FabricView, vpc: string): Owned<string>[] {
  const spec = fabric.get('VPC', vpc)?.spec;
  return prefixesOf(
    entriesOf(spec?.subnets).flatMap(([name, subnet]) => [
      { text: subnet.subnet, owner: name },
      ...Object.keys(mapOf(subnet.hostBGPExtraPrefixes) ?? {}).map(text => ({
        text,
        owner: name,
      })),
    ]),
  );
}

interface Shown {
  peering: string;
  /** Who sees it. */
  viewer: string;
  text: string;
}

/** Networks that a side sees from more than one peering, by peering and viewer. */
const seenTwice = tableOf(fabric => {
  const byViewer = new Map<string, { text: unknown; owner: Shown }[]>();
  for (const { name, spec } of fabric.all('GatewayPeering')) {
    const sides = Object.keys(mapOf(spec.peering) ?? {});
    for (const { side, expose } of exposesOf(spec)) {
      const viewer = sides.find(other => other !== side);
      if (!viewer) continue;
      const list = itemsOf(expose.as).length > 0 ? expose.as : expose.ips;
      const seen = byViewer.get(viewer) ?? [];
      for (const [, entry] of itemsOf(list)) {
        const subnet = mapOf(
          mapOf(fabric.get('VPC', side)?.spec.subnets)?.[
            String(entry.vpcSubnet)
          ],
        );
        const text = textOf(entry.cidr) ?? textOf(subnet?.subnet);
        if (text) seen.push({ text, owner: { peering: name, viewer, text } });
      }
      byViewer.set(viewer, seen);
    }
  }
  const found = new Map<string, [Shown, Shown][]>();
  const label = (shown: Shown) => `${shown.peering} ${shown.text}`;
  for (const items of byViewer.values()) {
    const overlaps = overlapsOf(prefixesOf(items), (a, b) =>
      byText(label(a), label(b)),
    );
    for (const [one, other] of overlaps) {
      if (one.peering === other.peering) continue;
      found.set(one.peering, [...(found.get(one.peering) ?? []), [one, other]]);
    }
  }
  return found;
});

export const gatewayAddressRules: readonly KindValidationRule[] = [
  {
    id: 'gatewayPeering.subnet',
    severity: 'critical',
    sentence: 'A gateway peering names subnets that its VPC has.',
    checkIn({ spec }, fabric, say) {
      for (const { side, expose, path } of exposesOf(spec)) {
        const vpc = fabric.get('VPC', side);
        if (!vpc) continue;
        const subnets = mapOf(vpc.spec.subnets) ?? {};
        for (const [index, entry] of itemsOf(expose.ips)) {
          const name = textOf(entry.vpcSubnet);
          if (name && !Object.hasOwn(subnets, name))
            say(
              [...path, 'ips', index, 'vpcSubnet'],
              `VPC ${side} has no subnet ${name}.`,
              `Name one of ${Object.keys(subnets).join(', ')}.`,
            );
        }
      }
    },
    accepts: { [`${inside}.ips`]: [{ vpcSubnet: 'default' }] },
    refuses: { [`${inside}.ips`]: [{ vpcSubnet: 'storage' }] },
  },
  {
    id: 'gatewayPeering.cidr',
    severity: 'critical',
    sentence: 'Networks that a VPC shows are its own.',
    checkIn({ spec }, fabric, say) {
      for (const { side, expose, path } of exposesOf(spec)) {
        if (side.startsWith(externalPrefix) || !fabric.get('VPC', side))
          continue;
        const own = networksOf(fabric, side);
        for (const [index, entry] of itemsOf(expose.ips)) {
          const text = textOf(entry.cidr);
          const prefix = parsePrefix(text ?? '');
          if (prefix && !own.some(network => covers(network.prefix, prefix)))
            say(
              [...path, 'ips', index, 'cidr'],
              `The network ${text} is in no subnet of VPC ${side}.`,
              'Name a network of the VPC, or its subnet.',
            );
        }
      }
    },
    accepts: { [`${inside}.ips`]: [{ cidr: '10.0.2.128/25' }] },
    refuses: { [`${inside}.ips`]: [{ cidr: '10.0.3.0/24' }] },
  },
  {
    id: 'gatewayPeering.overlap',
    severity: 'warning',
    sentence:
      'What one side sees through its gateway peerings does not overlap, or the way back is not settled.',
    checkIn({ name }, fabric, say) {
      for (const [one, other] of seenTwice(fabric).get(name) ?? [])
        say(
          ['spec', 'peering'],
          `${one.viewer} sees ${one.text} through this peering, and ${other.text} through GatewayPeering ${other.peering}.`,
          'Translate one of them to other addresses.',
        );
    },
    accepts: {
      'GatewayPeering second': {
        peering: {
          'vpc-1': {
            expose: [
              {
                ips: [{ cidr: '10.0.1.0/24' }],
                as: [{ cidr: '192.0.2.16/30' }],
                nat: { masquerade: {} },
              },
            ],
          },
          'ext.ext-1': { expose: [{ default: true }] },
        },
      },
    },
    refuses: {
      'GatewayPeering second': {
        peering: {
          'vpc-1': {
            expose: [
              {
                ips: [{ cidr: '10.0.1.0/24' }],
                as: [{ cidr: '192.0.2.0/30' }],
                nat: { masquerade: {} },
              },
            ],
          },
          'ext.ext-1': { expose: [{ default: true }] },
        },
      },
    },
  },
];
