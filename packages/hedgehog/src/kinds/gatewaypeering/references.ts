import { JsonMap, mapOf } from '../../model/json';
import { Reference } from '../Kind';
import { referTo } from '../referTo';

const externalPrefix = 'ext.';

export function gatewayPeeringReferences(spec: JsonMap): Reference[] {
  return [
    ...Object.keys(mapOf(spec.peering) ?? {}).flatMap(side =>
      side.startsWith(externalPrefix)
        ? referTo('External', side.slice(externalPrefix.length), [
            'spec',
            'peering',
            side,
          ])
        : referTo('VPC', side, ['spec', 'peering', side]),
    ),
    ...referTo('GatewayGroup', spec.gatewayGroup, ['spec', 'gatewayGroup']),
  ];
}
