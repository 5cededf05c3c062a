import { isMap, JsonMap } from '../../model/json';
import { Reference } from '../Kind';
import { itemsOf } from '../normalizers';
import { referTo } from '../referTo';

/** Each VPC once, however many policies name it. */
export function vpcPeeringReferences(spec: JsonMap): Reference[] {
  const seen = new Set<string>();
  return itemsOf(spec.permit).flatMap(([index, policy]) =>
    Object.keys(isMap(policy) ? policy : {}).flatMap(vpc => {
      if (seen.has(vpc)) return [];
      seen.add(vpc);
      return referTo('VPC', vpc, ['spec', 'permit', index, vpc]);
    }),
  );
}
