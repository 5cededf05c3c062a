import { JsonMap } from '../../model/json';
import { Problem } from '../Kind';
import { itemsOf } from '../normalizers';

export function checkVLANNamespace(spec: JsonMap): Problem[] {
  return itemsOf(spec.ranges).flatMap(([index, { from, to }]) =>
    typeof from === 'number' && typeof to === 'number' && from > to
      ? [
          {
            rule: 'vlanNamespace.range',
            message: `The range begins at VLAN ${from} and ends at VLAN ${to}.`,
            path: ['spec', 'ranges', index],
            hint: 'Swap the two.',
          },
        ]
      : [],
  );
}
