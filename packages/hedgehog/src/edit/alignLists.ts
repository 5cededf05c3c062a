import { isEqual } from '../compare/isEqual';

/** What became of the items of a list, in the order of the new one; `from` and `to` are indexes. */
export type ListStep =
  | { type: 'keep'; from: number; to: number }
  | { type: 'change'; from: number; to: number }
  | { type: 'remove'; from: number }
  | { type: 'add'; to: number };

/** Comparing every pair costs the product of the lengths. */
const maxPairs = 250_000;

/**
 * How one list becomes another with the fewest items touched: equal items stay in their lines, and what lies between
 * two that stay is changed one by one, then added or removed.
 */
export function alignLists(
  now: readonly unknown[],
  wanted: readonly unknown[],
): ListStep[] {
  const steps: ListStep[] = [];
  let from = 0;
  let to = 0;
  const gap = (untilFrom: number, untilTo: number) => {
    while (from < untilFrom && to < untilTo) {
      steps.push({ type: 'change', from, to });
      from += 1;
      to += 1;
    }
    for (; from < untilFrom; from += 1) steps.push({ type: 'remove', from });
    for (; to < untilTo; to += 1) steps.push({ type: 'add', to });
  };
  for (const [a, b] of commonItems(now, wanted)) {
    gap(a, b);
    steps.push({ type: 'keep', from: a, to: b });
    from = a + 1;
    to = b + 1;
  }
  gap(now.length, wanted.length);
  return steps;
}

function commonItems(
  now: readonly unknown[],
  wanted: readonly unknown[],
): [number, number][] {
  const short = Math.min(now.length, wanted.length);
  let head = 0;
  while (head < short && isEqual(now[head], wanted[head])) head += 1;
  let tail = 0;
  while (
    tail < short - head &&
    isEqual(now[now.length - 1 - tail], wanted[wanted.length - 1 - tail])
  ) {
    tail += 1;
  }
  const pairs: [number, number][] = [];
  for (let i = 0; i < head; i += 1) pairs.push([i, i]);
  const rows = now.length - head - tail;
  const columns = wanted.length - head - tail;
  if (rows > 0 && columns > 0 && rows * columns <= maxPairs) {
    pairs.push(
      ...longestCommon(
        now.slice(head, head + rows),
        wanted.slice(head, head + columns),
      ).map(([a, b]): [number, number] => [a + head, b + head]),
    );
  }
  for (let i = tail; i > 0; i -= 1) {
    pairs.push([now.length - i, wanted.length - i]);
  }
  return pairs;
}

function longestCommon(
  a: readonly unknown[],
  b: readonly unknown[],
): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const same = new Uint8Array(a.length * b.length);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const equal = isEqual(a[i], b[j]);
      same[i * b.length + j] = Number(equal);
      lengths[i * width + j] = equal
        ? lengths[(i + 1) * width + j + 1] + 1
        : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (same[i * b.length + j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return pairs;
}
