import type { Registration, RegistrationStore } from './RegistrationStore';

/** How soon this replica sees what another one registered, without being told */
const MAX_AGE_MS = 2_000;

/** The registrations as last read: polling must not cost a query each. */
export class RegistrationCache {
  readonly #store: Pick<RegistrationStore, 'list'>;
  #rows: readonly Registration[] = [];
  #readAt = -Infinity;
  #reading: Promise<readonly Registration[]> | undefined;

  private constructor(store: Pick<RegistrationStore, 'list'>) {
    this.#store = store;
  }

  static create(store: Pick<RegistrationStore, 'list'>): RegistrationCache {
    return new RegistrationCache(store);
  }

  /** As last read; for what cannot wait. */
  get known(): readonly Registration[] {
    return this.#rows;
  }

  /** @param fresh - as the database has them at this moment; else at most two seconds old */
  async read(fresh: boolean): Promise<readonly Registration[]> {
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
