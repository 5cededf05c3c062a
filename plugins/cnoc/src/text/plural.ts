/**
 * `3 updates`, `1 update`.
 *
 * @internal
 */
export function plural(
  count: number,
  one: string,
  many: string = `${one}s`,
): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
