import { JsonMap, textOf } from '../../model/json';

/** VPCAttachment webhook: a VPC without subnet means its subnet `default`. */
export function normalizeVPCAttachment(spec: JsonMap): void {
  const subnet = textOf(spec.subnet);
  if (subnet && !subnet.includes('/')) spec.subnet = `${subnet}/default`;
}
