import { JsonMap } from '../../model/json';
import { itemsOf, setDefault, sortMaps } from '../normalizers';

/** VLANNamespace webhook: a range of one VLAN gets its end, ranges are sorted; it never merges them. */
export function normalizeVLANNamespace(spec: JsonMap): void {
  for (const [, range] of itemsOf(spec.ranges))
    setDefault(range, 'to', range.from);
  sortMaps(spec, 'ranges', (a, b) => Number(a.from ?? 0) - Number(b.from ?? 0));
}
