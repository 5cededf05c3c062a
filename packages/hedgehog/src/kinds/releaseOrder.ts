/** Releases are named year.month, so their texts sort as they were released. */
export function isSince(release: string, since: string | undefined): boolean {
  return since === undefined || release >= since;
}
