import { JsonMap } from '../../model/json';
import { LinkEnd } from './LinkEnd';
import { linkEndsOf } from './links';

const known = new WeakMap<JsonMap, readonly LinkEnd[]>();
let latest: { spec: JsonMap; ends: readonly LinkEnd[] } | undefined;

/**
 * Every end of every link, found once for each spec: a dozen rules ask, most of them about the same one in a row. Only
 * for specs that nobody changes any more, such as those of rules' subjects.
 */
export function endsOf(spec: JsonMap): readonly LinkEnd[] {
  if (latest?.spec === spec) return latest.ends;
  let ends = known.get(spec);
  if (!ends) {
    ends = linkEndsOf(spec);
    known.set(spec, ends);
  }
  latest = { spec, ends };
  return ends;
}
