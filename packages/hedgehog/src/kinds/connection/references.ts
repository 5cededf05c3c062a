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
  const found: Reference[] = [];
  const seen = new Set<string>();
  for (const end of linkEndsOf(spec)) {
    const kind = kindOfSide[end.side] ?? 'Switch';
    const key = `${kind}/${end.device}`;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push({ kind, name: end.device, path: formatPath(end.path) });
  }
  const vpc = at(spec, 'staticExternal', 'withinVPC');
  found.push(...referTo('VPC', vpc, ['spec', 'staticExternal', 'withinVPC']));
  return found;
}
