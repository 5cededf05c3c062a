/** First and last of a run of whole numbers. */
export type Interval = readonly [number, number];

/** A set of packets: source, destination (IPv4 addresses as numbers), protocol, source port, destination port. */
export type Box = readonly [Interval, Interval, Interval, Interval, Interval];

export const everyAddress: Interval = [0, 2 ** 32 - 1];
export const everyProtocol: Interval = [0, 255];
export const everyPort: Interval = [0, 65535];

/** What two boxes share; `undefined` when that is nothing. */
export function intersection(a: Box, b: Box): Box | undefined {
  const shared: Interval[] = [];
  for (let side = 0; side < a.length; side += 1) {
    const from = Math.max(a[side][0], b[side][0]);
    const to = Math.min(a[side][1], b[side][1]);
    if (from > to) return undefined;
    shared.push([from, to]);
  }
  return shared as unknown as Box;
}

/** What is left of a box without a part of it, as boxes that do not overlap; at most two a dimension. */
export function without(box: Box, part: Box): Box[] {
  const left: Box[] = [];
  const rest: Interval[] = [...box];
  const push = (side: number, from: number, to: number) => {
    if (from > to) return;
    const piece = [...rest];
    piece[side] = [from, to];
    left.push(piece as unknown as Box);
  };
  for (let side = 0; side < box.length; side += 1) {
    push(side, rest[side][0], part[side][0] - 1);
    push(side, part[side][1] + 1, rest[side][1]);
    rest[side] = part[side];
  }
  return left;
}
