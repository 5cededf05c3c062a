import type { ResourceMoment } from '@cnoc/backstage-plugin-cnoc-common';

/** @internal */
export type Side = ResourceMoment['side'];

/**
 * What a side was at a time: a text, gone, or from before anything was recorded.
 *
 * @internal
 */
export type SideAt =
  | { state: 'present'; yaml: string }
  | { state: 'gone' }
  | { state: 'unrecorded' };

/**
 * Moments oldest first; those of one check in the order in which intent travels.
 *
 * @param moments - newest first, as the engine gives them
 * @internal
 */
export function inOrder(moments: readonly ResourceMoment[]): ResourceMoment[] {
  return [...moments]
    .reverse()
    .sort(
      (a, b) =>
        Date.parse(a.at) - Date.parse(b.at) ||
        Number(a.side === 'cluster') - Number(b.side === 'cluster'),
    );
}

/**
 * Names a moment in an address; the same moment keeps its name when others come.
 *
 * @internal
 */
export function momentKey({ side, at }: ResourceMoment): string {
  return `${side}@${at}`;
}

/**
 * What a side was at a time. Both sides of one check count as one time, so no state is shown that never was.
 *
 * @param moments - oldest first
 * @internal
 */
export function sideAt(
  moments: readonly ResourceMoment[],
  side: Side,
  at: string,
): SideAt {
  const time = Date.parse(at);
  const last = moments
    .filter(one => one.side === side && Date.parse(one.at) <= time)
    .at(-1);
  if (!last) return { state: 'unrecorded' };
  return last.present
    ? { state: 'present', yaml: last.yaml ?? '' }
    : { state: 'gone' };
}

/** A stretch of a track, in steps of moments. */
export type Stretch = { from: number; to: number; state: SideAt['state'] };

/**
 * How a side was between the moments, for drawing: each stretch reaches from one step to another, the last one to `now`.
 *
 * @param moments - oldest first
 * @internal
 */
export function stretchesOf(
  moments: readonly ResourceMoment[],
  side: Side,
): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  let state: SideAt['state'] = 'unrecorded';
  moments.forEach((moment, step) => {
    if (moment.side !== side) return;
    if (step > from) stretches.push({ from, to: step, state });
    from = step;
    state = moment.present ? 'present' : 'gone';
  });
  if (moments.length > from) {
    stretches.push({ from, to: moments.length, state });
  }
  return stretches;
}
