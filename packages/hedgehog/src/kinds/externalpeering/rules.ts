import { at, textOf } from '../../model/json';
import { parsePrefix } from '../../schema/ipv4';
import { itemsOf } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';
import { unknownSubnets } from '../vpcpeering/rules';

const peering = 'ExternalPeering vpc-1--ext-1';

export const externalPeeringRules: readonly KindValidationRule[] = [
  {
    id: 'externalPeering.namespace',
    severity: 'critical',
    sentence: 'The VPC and the external are in the same IPv4 namespace.',
    checkIn({ spec }, fabric, say) {
      const vpc = fabric.get('VPC', at(spec, 'permit', 'vpc', 'name'));
      const external = fabric.get(
        'External',
        at(spec, 'permit', 'external', 'name'),
      );
      if (!vpc || !external) return;
      if (vpc.spec.ipv4Namespace !== external.spec.ipv4Namespace)
        say(
          ['spec', 'permit', 'external', 'name'],
          `VPC ${vpc.name} is in the IPv4 namespace ${vpc.spec.ipv4Namespace}, External ${external.name} in ${external.spec.ipv4Namespace}.`,
          'Use a gateway peering, or an external of the same namespace.',
        );
    },
    accepts: { [`${peering} spec.permit.external.name`]: 'ext-2' },
    refuses: {
      'IPv4Namespace other': { subnets: ['10.7.0.0/16'] },
      'External ext-1 spec.ipv4Namespace': 'other',
    },
  },
  {
    id: 'externalPeering.subnet',
    severity: 'critical',
    sentence: 'An external peering names subnets that its VPC has.',
    checkIn({ spec }, fabric, say) {
      const vpc = textOf(at(spec, 'permit', 'vpc', 'name'));
      if (!vpc) return;
      const names = at(spec, 'permit', 'vpc', 'subnets');
      for (const { name, hint } of unknownSubnets(fabric, vpc, names))
        say(
          ['spec', 'permit', 'vpc', 'subnets'],
          `VPC ${vpc} has no subnet ${name}.`,
          hint,
        );
    },
    accepts: { [`${peering} spec.permit.vpc.subnets`]: ['backup'] },
    refuses: { [`${peering} spec.permit.vpc.subnets`]: ['storage'] },
  },
  {
    id: 'externalPeering.prefix',
    severity: 'critical',
    sentence: 'Networks taken from an external are IPv4 networks.',
    check({ spec }, say) {
      for (const [, { prefix }] of itemsOf(
        at(spec, 'permit', 'external', 'prefixes'),
      )) {
        if (textOf(prefix)?.includes(':') && !parsePrefix(String(prefix)))
          say(
            ['spec', 'permit', 'external', 'prefixes'],
            `The network ${prefix} is not an IPv4 network.`,
          );
      }
    },
    accepts: {
      [`${peering} spec.permit.external.prefixes`]: [{ prefix: '10.8.0.0/16' }],
    },
    refuses: {
      [`${peering} spec.permit.external.prefixes`]: [
        { prefix: '2001:db8::/32' },
      ],
    },
  },
];
