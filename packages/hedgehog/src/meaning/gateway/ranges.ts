import { broadcastOf, networkOf, parsePrefix } from '../../schema/ipv4';
import { Range } from '../freeRanges';

/** First and last addresses of IPv4 networks; other texts are passed over. */
export function rangesOf(prefixes: readonly string[]): Range[] {
  return prefixes.flatMap(text => {
    const prefix = parsePrefix(text);
    return prefix ? [{ from: networkOf(prefix), to: broadcastOf(prefix) }] : [];
  });
}

/** What each range of one list shares with each of another. */
export function shared(a: readonly Range[], b: readonly Range[]): Range[] {
  return a.flatMap(one =>
    b.flatMap(other => {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      return from <= to ? [{ from, to }] : [];
    }),
  );
}
