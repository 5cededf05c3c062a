export interface ApiRequestRecord {
  method: string;
  /** Path and query under the cluster's root. */
  path: string;
  at: Date;
}

/** The last requests, oldest first. */
export class RequestLog {
  readonly #limit: number;
  readonly #records: ApiRequestRecord[] = [];

  constructor(limit = 2000) {
    this.#limit = limit;
  }

  add(record: ApiRequestRecord): void {
    this.#records.push(record);
    if (this.#records.length > this.#limit) {
      this.#records.shift();
    }
  }

  get records(): readonly ApiRequestRecord[] {
    return [...this.#records];
  }
}
