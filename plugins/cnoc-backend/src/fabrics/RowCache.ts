/** How soon this replica sees what another one wrote, without being told */
const MAX_AGE_MS = 2_000;

/** The rows of a small table as last read: polling must not cost a query each. */
export class RowCache<Row> {
  readonly #store: RowSource<Row>;
  #rows: readonly Row[] = [];
  #readAt = -Infinity;
  #reading: Promise<readonly Row[]> | undefined;

  private constructor(store: RowSource<Row>) {
    this.#store = store;
  }

  static create<Row>(store: RowSource<Row>): RowCache<Row> {
    return new RowCache<Row>(store);
  }

  /** As last read; for what cannot wait. */
  get known(): readonly Row[] {
    return this.#rows;
  }

  /** @param fresh - as the database has them at this moment; else at most two seconds old */
  async read(fresh: boolean): Promise<readonly Row[]> {
    const age = performance.now() - this.#readAt;
    if (!fresh && age < MAX_AGE_MS) return this.#rows;
    // One that is under way may have begun before the change that a fresh reader wants to see
    if (!fresh && this.#reading) return this.#reading;
    const began = performance.now();
    const reading = this.#store.list().then(rows => {
      if (began >= this.#readAt) {
        this.#rows = rows;
        this.#readAt = began;
      }
      return this.#rows;
    });
    this.#reading = reading;
    try {
      return await reading;
    } finally {
      if (this.#reading === reading) this.#reading = undefined;
    }
  }
}

interface RowSource<Row> {
  list(): Promise<Row[]>;
}
