import { FabricRecords } from './FabricRecords';

/**
 * Which switches are joined by fabric and mesh links. Switches that reach each other, directly or through others, are one
 * island, named after the first of them. Routing policy within an island is not looked into.
 */
export class Underlay {
  readonly #parents = new Map<string, string>();
  /** Neighbours of each switch over fabric and mesh links, with the number of links. */
  readonly neighbours = new Map<string, Map<string, number>>();

  static of({ byKind }: FabricRecords): Underlay {
    const underlay = new Underlay();
    for (const name of byKind.Switch.keys()) {
      underlay.#parents.set(name, name);
      underlay.neighbours.set(name, new Map());
    }
    for (const connection of byKind.Connection.values()) {
      if (connection.type !== 'underlay') continue;
      for (const { from, to } of connection.links) underlay.#join(from, to);
    }
    return underlay;
  }

  /** Name of the island a switch is on; `undefined` when there is no such switch. */
  islandOf(name: string): string | undefined {
    let root = name;
    let parent = this.#parents.get(root);
    if (parent === undefined) return undefined;
    while (parent !== root) {
      root = parent;
      parent = this.#parents.get(root) as string;
    }
    // Shortened, so that no later walk is long.
    for (let at = name; at !== root; ) {
      const next = this.#parents.get(at) as string;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }

  /** Whether the switches that both underlays have are on islands in the same way. */
  hasIslandsOf(other: Underlay): boolean {
    const forth = new Map<string, string>();
    const back = new Map<string, string>();
    for (const name of this.#parents.keys()) {
      const [own, others] = [this.islandOf(name), other.islandOf(name)];
      if (own === undefined || others === undefined) continue;
      if ((forth.get(own) ?? others) !== others) return false;
      if ((back.get(others) ?? own) !== own) return false;
      forth.set(own, others);
      back.set(others, own);
    }
    return true;
  }

  #join(a: string, b: string): void {
    const left = this.islandOf(a);
    const right = this.islandOf(b);
    if (left === undefined || right === undefined || a === b) return;
    this.#count(a, b);
    this.#count(b, a);
    // The first name wins, so that islands are called the same whatever the order of the links.
    if (left < right) this.#parents.set(right, left);
    else if (right < left) this.#parents.set(left, right);
  }

  #count(a: string, b: string): void {
    const counts = this.neighbours.get(a) as Map<string, number>;
    counts.set(b, (counts.get(b) ?? 0) + 1);
  }
}
