/** Sixteen-bit groups of an IPv6 address; `undefined` unless the text is one. Zones are not accepted. */
export function parseIPv6(text: string): number[] | undefined {
  if (!/^[0-9a-fA-F:]{2,39}$/.test(text)) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map(half => (half === '' ? [] : half.split(':')));
  const all = groups.flat();
  if (all.some(part => !/^[0-9a-fA-F]{1,4}$/.test(part))) return undefined;
  const missing = 8 - all.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const [head, tail = []] = groups;
  return [...head, ...Array<string>(missing).fill('0'), ...tail].map(part =>
    parseInt(part, 16),
  );
}

/** The form of RFC 5952: lower case, the first longest run of zero groups shortened. */
export function formatIPv6(groups: readonly number[]): string {
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length += 1;
    if (length > best.length) best = { start, length };
  }
  const hex = groups.map(group => group.toString(16));
  if (best.start < 0) return hex.join(':');
  return `${hex.slice(0, best.start).join(':')}::${hex
    .slice(best.start + best.length)
    .join(':')}`;
}
