import { at, JsonMap, listOf } from '../../model/json';
import { Reference } from '../Kind';
import { referTo } from '../referTo';

export function switchReferences(spec: JsonMap): Reference[] {
  const own = at(spec, 'redundancy', 'group');
  return [
    ...referTo('SwitchProfile', spec.profile, ['spec', 'profile']).map(
      reference => ({ ...reference, external: true }),
    ),
    ...listOf(spec.groups).flatMap((name, index) =>
      referTo('SwitchGroup', name, ['spec', 'groups', index]),
    ),
    ...(listOf(spec.groups).includes(own)
      ? []
      : referTo('SwitchGroup', own, ['spec', 'redundancy', 'group'])),
    ...listOf(spec.vlanNamespaces).flatMap((name, index) =>
      referTo('VLANNamespace', name, ['spec', 'vlanNamespaces', index]),
    ),
  ];
}
