import { at, JsonMap } from '../../model/json';
import { Reference } from '../Kind';
import { entriesOf } from '../normalizers';
import { referTo } from '../referTo';

export function vpcReferences(spec: JsonMap): Reference[] {
  return [
    ...referTo('IPv4Namespace', spec.ipv4Namespace, ['spec', 'ipv4Namespace']),
    ...referTo('VLANNamespace', spec.vlanNamespace, ['spec', 'vlanNamespace']),
    ...entriesOf(spec.subnets).flatMap(([name, subnet]) =>
      referTo('VPC', at(subnet, 'dhcp', 'relayVPC'), [
        'spec',
        'subnets',
        name,
        'dhcp',
        'relayVPC',
      ]),
    ),
  ];
}
