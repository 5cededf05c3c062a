import { JsonMap } from '../../model/json';
import { LinkEnd, linkEndsOf } from './links';

const known = new WeakMap<JsonMap, readonly LinkEnd[]>();

/**
 * Every end of every link, found once for each spec: a dozen rules ask. Only for specs that nobody changes any more, such
 * as those of rules' subjects.
 */
export function endsOf(spec: JsonMap): readonly LinkEnd[] {
  let ends = known.get(spec);
  if (!ends) {
    ends = linkEndsOf(spec);
    known.set(spec, ends);
  }
  return ends;
}
