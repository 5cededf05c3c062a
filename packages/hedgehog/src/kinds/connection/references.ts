import { at, JsonMap } from '../../model/json';
import { formatPath } from '../../model/path';
import { Reference } from '../Kind';
import { referTo } from '../referTo';
import { linkEndsOf } from './links';

const kindOfSide: Record<string, string> = {
  server: 'Server',
  gateway: 'Gateway',
};

/** Each device once, however many links lead to it. */
export function connectionReferences(spec: JsonMap): Reference[] {
  const seen = new Set<string>();
  const devices = linkEndsOf(spec).flatMap(end => {
    const kind = kindOfSide[end.side] ?? 'Switch';
    const key = `${kind}/${end.device}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ kind, name: end.device, path: formatPath(end.path) }];
  });
  return [
    ...devices,
    ...referTo('VPC', at(spec, 'staticExternal', 'withinVPC'), [
      'spec',
      'staticExternal',
      'withinVPC',
    ]),
  ];
}
