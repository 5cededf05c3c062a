import { JsonMap } from '../../model/json';
import { entriesOf } from '../normalizers';

/** A subnet's flag only speaks where it differs from the VPC's: it is a pointer upstream (`vpc_types.go`), so `false` wins over a default of `true`. */
export function tidyVPC(spec: JsonMap): void {
  for (const [, subnet] of entriesOf(spec.subnets)) {
    if (subnet.isolated === (spec.defaultIsolated === true))
      delete subnet.isolated;
    if (subnet.restricted === (spec.defaultRestricted === true))
      delete subnet.restricted;
  }
}
