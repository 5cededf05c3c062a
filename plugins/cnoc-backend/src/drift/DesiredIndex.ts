import type { DesiredObject } from '../desired';
import { detailsOf, type Details } from './detailsOf';

interface Resource {
  kind: string;
  name: string;
}

/** What can be known of a desired resource from git alone. */
export interface DesiredDetails extends Details {
  /** Those of its references that git has, too */
  inGit: Resource[];
}

/**
 * The desired resources of a fabric by kind and name, with what follows from them. It is made once for each list: the
 * list stays the same from one commit to the next, while the cluster is compared with it again and again.
 */
export class DesiredIndex {
  static readonly #known = new WeakMap<
    readonly DesiredObject[],
    DesiredIndex
  >();
  readonly #places = new Map<string, Map<string, number>>();
  readonly #details: DesiredDetails[];

  private constructor(desired: readonly DesiredObject[]) {
    desired.forEach(({ kind, name }, place) => {
      const names = this.#places.get(kind);
      if (names) names.set(name, place);
      else this.#places.set(kind, new Map([[name, place]]));
    });
    this.#details = desired.map(({ canonical }) => {
      const details = detailsOf(canonical);
      const { references } = details;
      const isInGit = (one: Resource) => this.placeOf(one) !== undefined;
      return {
        ...details,
        inGit: references.every(isInGit)
          ? references
          : references.filter(isInGit),
      };
    });
  }

  /** @param desired - a list that nobody changes any more */
  static of(desired: readonly DesiredObject[]): DesiredIndex {
    let index = this.#known.get(desired);
    if (!index) {
      index = new DesiredIndex(desired);
      this.#known.set(desired, index);
    }
    return index;
  }

  /** Where in the list a resource stands. */
  placeOf({ kind, name }: Resource): number | undefined {
    return this.#places.get(kind)?.get(name);
  }

  detailsAt(place: number): DesiredDetails {
    return this.#details[place];
  }
}
