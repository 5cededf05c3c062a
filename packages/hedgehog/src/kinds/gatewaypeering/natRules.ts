import { at, byText, mapOf, textOf } from '../../model/json';
import { parsePrefix } from '../../schema/ipv4';
import { FabricView, tableOf } from '../FabricView';
import { itemsOf } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';
import { exposesOf } from './exposes';

const peering = 'GatewayPeering vpc-2--ext-1 spec.peering';
const inside = `${peering}.vpc-2.expose[0]`;

/** Addresses in a list of networks; `undefined` when one of them is not known. */
function addressesIn(
  list: unknown,
  fabric: FabricView,
  vpc: string,
): number | undefined {
  let sum = 0;
  for (const [, { cidr, not, vpcSubnet }] of itemsOf(list)) {
    const subnets = mapOf(fabric.get('VPC', vpc)?.spec.subnets);
    const network =
      textOf(cidr) ??
      textOf(not) ??
      textOf(at(subnets, String(vpcSubnet), 'subnet'));
    const prefix = parsePrefix(network ?? '');
    if (!prefix) return undefined;
    sum += (textOf(not) ? -1 : 1) * 2 ** (32 - prefix.length);
  }
  return sum;
}

/** Peerings that show a side everything else, by that side. */
const defaultsSeen = tableOf(fabric => {
  const seen = new Map<string, string[]>();
  for (const { name, spec } of fabric.all('GatewayPeering')) {
    const sides = Object.keys(mapOf(spec.peering) ?? {});
    for (const { side, expose } of exposesOf(spec)) {
      const viewer = sides.find(other => other !== side);
      if (expose.default === true && viewer)
        seen.set(viewer, [...(seen.get(viewer) ?? []), name].sort(byText));
    }
  }
  return seen;
});

/** Facts: upstream's user guide of 26.03, gateway peering. */
export const natRules: readonly KindValidationRule[] = [
  {
    id: 'gatewayPeering.staticSize',
    severity: 'critical',
    sentence:
      'Static translation shows as many addresses as it translates: each stands for one.',
    checkIn({ spec }, fabric, say) {
      for (const { side, expose, path } of exposesOf(spec)) {
        if (!mapOf(mapOf(expose.nat)?.static)) continue;
        const own = addressesIn(expose.ips, fabric, side);
        const shown = addressesIn(expose.as, fabric, side);
        if (own !== undefined && shown !== undefined && own !== shown)
          say(
            [...path, 'as'],
            `${own} addresses (ips) are to be translated to ${shown} (as).`,
            'Give as many addresses in as as in ips.',
          );
      }
    },
    accepts: {
      [`${inside}.nat`]: { static: {} },
      [`${inside}.as`]: [
        { cidr: '198.51.100.0/25' },
        { cidr: '198.51.100.128/25' },
      ],
    },
    refuses: { [`${inside}.nat`]: { static: {} } },
  },
  {
    id: 'gatewayPeering.defaultTwice',
    severity: 'critical',
    sentence:
      'A side is shown everything else (default) through one of its gateway peerings only.',
    checkIn({ name, spec }, fabric, say) {
      const seen = defaultsSeen(fabric);
      for (const { side, expose, path } of exposesOf(spec)) {
        const viewer = Object.keys(mapOf(spec.peering) ?? {}).find(
          other => other !== side,
        );
        const [first] = seen.get(viewer ?? '') ?? [];
        if (expose.default === true && first !== undefined && first !== name)
          say(
            [...path, 'default'],
            `${viewer} is shown everything else by GatewayPeering ${first} already.`,
            'Show networks by name in one of the two.',
          );
      }
    },
    accepts: {
      'GatewayPeering second': {
        peering: {
          'vpc-2': { expose: [{ ips: [{ cidr: '10.0.2.0/24' }] }] },
          'vpc-1': { expose: [{ ips: [{ cidr: '10.0.1.0/24' }] }] },
        },
      },
    },
    refuses: {
      'GatewayPeering z-second': {
        peering: {
          'vpc-2': {
            expose: [
              {
                ips: [{ cidr: '10.0.2.0/24' }],
                as: [{ cidr: '192.0.2.16/30' }],
                nat: { masquerade: {} },
              },
            ],
          },
          'vpc-1': { expose: [{ default: true }] },
        },
      },
    },
  },
];
