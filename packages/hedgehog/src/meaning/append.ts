/** Adds an item to the list at a key. */
export function append(
  lists: Map<string, string[]>,
  key: string,
  item: string,
): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
