import { SwitchHealth } from '../switchHealth';

/** The last state of each switch that was known, and since when; ISO 8601. */
export type KnownStates = Record<
  string,
  { state: SwitchHealth['state']; since: string }
>;

/**
 * Since when each switch is in its state. A time during which nothing was known (CNOC was restarted, the cluster was away)
 * does not begin the count anew when the switch is found as it was left.
 */
export class SwitchStates {
  #known: KnownStates = {};
  #unknownSince = new Map<string, string>();

  restore(known: KnownStates): void {
    this.#known = { ...known };
  }

  /** What to keep for a restart. */
  known(): KnownStates {
    return this.#known;
  }

  /** Adds `since` to each. */
  mark(switches: readonly SwitchHealth[], now: Date): SwitchHealth[] {
    const at = now.toISOString();
    const known: KnownStates = {};
    const unknownSince = new Map<string, string>();
    const marked = switches.map(({ name, state, ...health }) => {
      const before = this.#known[name];
      let since: string;
      if (state === 'unknown') {
        since = this.#unknownSince.get(name) ?? at;
        unknownSince.set(name, since);
        if (before) {
          known[name] = before;
        }
      } else {
        since = before?.state === state ? before.since : at;
        known[name] = { state, since };
      }
      return { name, state, since, ...health };
    });
    this.#unknownSince = unknownSince;
    // An empty list is what a kind that cannot be read looks like; nothing is forgotten for that.
    if (switches.length > 0) {
      this.#known = known;
    }
    return marked;
  }
}
