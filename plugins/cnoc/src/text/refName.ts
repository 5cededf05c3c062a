/**
 * The name in an entity reference: `user:default/ada` is `ada`; other texts stay as they are.
 *
 * @internal
 */
export const refName = (ref: string): string =>
  /^(?:user|group):[^/\s]+\/([^/\s]+)$/i.exec(ref)?.[1] ?? ref;
