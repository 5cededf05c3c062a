import { JsonMap } from '../../model/json';
import { Fact } from '../Kind';
import { entriesOf } from '../normalizers';

export function vpcFacts(spec: JsonMap): Fact[] {
  const subnets = entriesOf(spec.subnets);
  return [
    {
      label: 'Subnets',
      value: subnets
        .map(([name, subnet]) => `${name} ${subnet.subnet ?? ''}`.trim())
        .join(', '),
    },
    {
      label: 'VLANs',
      value: subnets
        .flatMap(([, subnet]) => (subnet.vlan ? [String(subnet.vlan)] : []))
        .join(', '),
    },
    { label: 'Mode', value: String(spec.mode || 'l2vni') },
  ];
}
