interface Resource {
  kind: string;
  name: string;
}

/**
 * Something for each resource. A key put together from kind and name would be made anew for each look, which is most of
 * the work where ten thousand are looked up after every event.
 */
export class ResourceMap<T> {
  readonly #kinds = new Map<string, Map<string, T>>();

  static by<T extends Resource>(values: Iterable<T>): ResourceMap<T> {
    const map = new ResourceMap<T>();
    for (const value of values) map.set(value, value);
    return map;
  }

  get size(): number {
    let size = 0;
    for (const names of this.#kinds.values()) size += names.size;
    return size;
  }

  get({ kind, name }: Resource): T | undefined {
    return this.#kinds.get(kind)?.get(name);
  }

  set({ kind, name }: Resource, value: T): void {
    const names = this.#kinds.get(kind);
    if (names) names.set(name, value);
    else this.#kinds.set(kind, new Map([[name, value]]));
  }

  delete({ kind, name }: Resource): void {
    this.#kinds.get(kind)?.delete(name);
  }

  *values(): IterableIterator<T> {
    for (const names of this.#kinds.values()) yield* names.values();
  }
}
