/**
 * True when every word of the filter is found in one of the texts, whatever its letter case.
 *
 * @internal
 */
export function matchesWords(
  texts: readonly (string | undefined)[],
  filter: string,
): boolean {
  const haystack = texts.join(' ').toLocaleLowerCase('en-US');
  return filter
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .every(word => haystack.includes(word));
}
