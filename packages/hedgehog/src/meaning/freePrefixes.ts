import {
  broadcastOf,
  formatIPv4,
  networkOf,
  parsePrefix,
} from '../schema/ipv4';
import { freeRanges, Range } from './freeRanges';

/** What is left of some IPv4 networks without others, as the fewest networks, in order. Other texts are passed over. */
export function freePrefixes(
  given: readonly string[],
  taken: readonly string[],
): string[] {
  return freeRanges(given.flatMap(rangeOf), taken.flatMap(rangeOf)).flatMap(
    prefixesOf,
  );
}

/** The first network of a length inside some networks; `undefined` when none is large enough. */
export function nextPrefix(
  free: readonly string[],
  length: number,
): string | undefined {
  const room = free.find(prefix => Number(prefix.split('/')[1]) <= length);
  return room && `${room.split('/')[0]}/${length}`;
}

function rangeOf(text: string): Range[] {
  const prefix = parsePrefix(text);
  return prefix ? [{ from: networkOf(prefix), to: broadcastOf(prefix) }] : [];
}

/** The fewest networks that are exactly a range. */
function prefixesOf({ from, to }: Range): string[] {
  const prefixes: string[] = [];
  let start = from;
  while (start <= to) {
    let length = 32;
    while (length > 0) {
      const size = 2 ** (33 - length);
      if (start % size !== 0 || start + size - 1 > to) break;
      length -= 1;
    }
    prefixes.push(`${formatIPv4(start)}/${length}`);
    start += 2 ** (32 - length);
  }
  return prefixes;
}
