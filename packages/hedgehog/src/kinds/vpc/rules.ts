import { listOf, mapOf, textOf } from '../../model/json';
import { parsePrefix } from '../../schema/ipv4';
import { isCanonical } from '../../schema/overlaps';
import { itemsOf } from '../normalizers';
import { KindValidationRule } from '../ValidationRule';
import { vpcAddressRules } from './addressRules';
import { vpcDHCPRules } from './dhcpRules';
import { vpcHostBGPRules } from './hostBGPRules';
import { vpcVLANRules } from './vlanRules';

const ofItself: readonly KindValidationRule[] = [
  {
    id: 'vpc.name',
    severity: 'critical',
    sentence:
      'The name of a VPC must not begin with ext., which stands for externals.',
    check({ name }, say) {
      if (name.startsWith('ext.'))
        say(
          ['metadata', 'name'],
          'The name of a VPC must not begin with ext., which stands for externals.',
          'Choose another name.',
        );
    },
    accepts: {
      'VPC ext-a': { subnets: { a: { subnet: '10.0.5.0/24', vlan: 1005 } } },
    },
    refuses: {
      'VPC ext.a': { subnets: { a: { subnet: '10.0.5.0/24', vlan: 1005 } } },
    },
  },
  {
    id: 'vpc.permit',
    severity: 'critical',
    sentence: 'A permit list names two or more different subnets of the VPC.',
    check({ spec }, say) {
      const subnets = mapOf(spec.subnets) ?? {};
      listOf(spec.permit).forEach((names, index) => {
        const list = listOf(names);
        list.forEach((name, position) => {
          const path = ['spec', 'permit', index, position];
          if (typeof name !== 'string') return;
          if (!Object.hasOwn(subnets, name))
            say(
              path,
              `The permit list names the subnet ${name}, which the VPC does not have.`,
              `Name one of ${Object.keys(subnets).join(', ')}.`,
            );
          else if (list.indexOf(name) < position)
            say(
              path,
              `The permit list names the subnet ${name} twice.`,
              'Name two or more different subnets.',
            );
        });
      });
    },
    accepts: { 'VPC vpc-1 spec.permit': [['default', 'backup']] },
    refuses: { 'VPC vpc-1 spec.permit': [['default', 'storage']] },
  },
  {
    id: 'vpc.staticRoute',
    severity: 'critical',
    sentence: 'The network of a static route has no host bits.',
    check({ spec }, say) {
      for (const [index, route] of itemsOf(spec.staticRoutes)) {
        const prefix = parsePrefix(textOf(route.prefix) ?? '');
        if (prefix && !isCanonical(prefix))
          say(
            ['spec', 'staticRoutes', index, 'prefix'],
            `The route to ${String(route.prefix)} has host bits.`,
            'Write the first address of the network.',
          );
      }
    },
    accepts: {
      'VPC vpc-1 spec.staticRoutes': [
        { prefix: '10.50.0.0/24', nextHops: ['10.0.1.5'] },
      ],
    },
    refuses: {
      'VPC vpc-1 spec.staticRoutes': [
        { prefix: '10.50.0.1/24', nextHops: ['10.0.1.5'] },
      ],
    },
  },
];

export const vpcRules: readonly KindValidationRule[] = [
  ...ofItself,
  ...vpcAddressRules,
  ...vpcVLANRules,
  ...vpcDHCPRules,
  ...vpcHostBGPRules,
];
