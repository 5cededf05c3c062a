/** Names that look like the wanted one, best first: for a hint after a slip of the finger. */
export function nearest(
  wanted: string,
  names: readonly string[],
  most = 3,
): string[] {
  const limit = Math.max(2, Math.ceil(wanted.length / 3));
  return names
    .map(name => ({
      name,
      distance:
        name.includes(wanted) || wanted.includes(name)
          ? 1
          : distanceOf(wanted.slice(0, 60), name.slice(0, 60)),
    }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

/** Levenshtein's: how many letters to add, drop or change. */
function distanceOf(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let column = 1; column <= b.length; column++) {
      now.push(
        Math.min(
          before[column] + 1,
          now[column - 1] + 1,
          before[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1),
        ),
      );
    }
    before = now;
  }
  return before[b.length];
}
