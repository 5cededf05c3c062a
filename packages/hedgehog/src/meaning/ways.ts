import { ImpactChange, Opener } from './Impact';
import { isSameList } from './isSameList';
import { Ways } from './Relation';

/** Who may open connections to whom. */
export interface Open {
  forth: boolean;
  back: boolean;
}

/** What a change takes from, or gives to, those who may open connections. */
export interface Turn {
  change: ImpactChange;
  /** Which side alone; empty for both. */
  opener: { opener?: Opener };
}

/** Who may open connections anywhere at all. */
export function openIn(ways: Ways | undefined): Open {
  const isSome = (islands: readonly string[] | undefined) =>
    islands === undefined || islands.length > 0;
  return {
    forth: !!ways && isSome(ways.forth),
    back: !!ways && isSome(ways.back),
  };
}

/** Who may open connections between servers that are on some islands each; one list = the other end is everywhere. */
export function meeting(
  ways: Ways | undefined,
  first: readonly string[],
  second?: readonly string[],
): Open {
  const isOpen = (islands: readonly string[] | undefined) =>
    first.some(
      island =>
        (second?.includes(island) ?? true) &&
        (islands?.includes(island) ?? true),
    );
  return {
    forth: !!ways && isOpen(ways.forth),
    back: !!ways && isOpen(ways.back),
  };
}

export function turnsOf(before: Open, after: Open): Turn[] {
  return [
    ...turn('lost', minus(before, after)),
    ...turn('gained', minus(after, before)),
  ];
}

export function isSameWays(a: Ways | undefined, b: Ways | undefined): boolean {
  if (!a || !b) return a === b;
  return isSameList(a.forth, b.forth) && isSameList(a.back, b.back);
}

function minus(a: Open, b: Open): Open {
  return { forth: a.forth && !b.forth, back: a.back && !b.back };
}

function turn(change: ImpactChange, { forth, back }: Open): Turn[] {
  if (forth && back) return [{ change, opener: {} }];
  if (forth) return [{ change, opener: { opener: 'from' } }];
  return back ? [{ change, opener: { opener: 'to' } }] : [];
}
