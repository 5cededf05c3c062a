/** Whole numbers from `from` to `to`, both counted. */
export interface Range {
  from: number;
  to: number;
}

/** What is left of some ranges without others: in order, joined where they touch. */
export function freeRanges(
  given: readonly Range[],
  taken: readonly Range[],
): Range[] {
  const holes = merged(taken);
  const free: Range[] = [];
  let hole = 0;
  for (const { from, to } of merged(given)) {
    let start = from;
    while (hole < holes.length && holes[hole].to < from) hole += 1;
    // A hole may reach into the next range, so this walk keeps its own place.
    for (let at = hole; at < holes.length && holes[at].from <= to; at += 1) {
      if (holes[at].from > start)
        free.push({ from: start, to: holes[at].from - 1 });
      start = Math.max(start, holes[at].to + 1);
    }
    if (start <= to) free.push({ from: start, to });
  }
  return free;
}

function merged(ranges: readonly Range[]): Range[] {
  const list: Range[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    // Broken ranges hold nothing.
    if (!(from <= to)) continue;
    const last = list[list.length - 1];
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else list.push({ from, to });
  }
  return list;
}
