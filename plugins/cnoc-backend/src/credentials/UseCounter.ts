import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CredentialRecord } from './CredentialRecord';
import type { CredentialStore } from './CredentialStore';

const WRITE_EVERY_MS = 60_000;

interface Pending {
  uses: number;
  at: Date;
  writtenAt: number;
}

/** Counts uses of credentials, and writes the count of each at most once a minute: polling must not cost a write. */
export class UseCounter {
  readonly #store: Pick<CredentialStore, 'addUses'>;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #pending = new Map<string, Pending>();

  private constructor(options: UseCounterOptions) {
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  static create(options: UseCounterOptions): UseCounter {
    return new UseCounter(options);
  }

  async count(name: string): Promise<void> {
    const at = this.#now();
    const before = this.#pending.get(name);
    const pending = before ?? { uses: 0, at, writtenAt: -Infinity };
    this.#pending.set(name, pending);
    pending.uses += 1;
    pending.at = at;
    if (at.getTime() - pending.writtenAt >= WRITE_EVERY_MS) {
      await this.#write(name, pending);
    }
  }

  /** The record with the uses that are not yet written. */
  addTo(record: CredentialRecord): CredentialRecord {
    const pending = this.#pending.get(record.name);
    if (!pending?.uses) return record;
    return {
      ...record,
      uses: record.uses + pending.uses,
      lastUsedAt: pending.at.toISOString(),
    };
  }

  forget(name: string): void {
    this.#pending.delete(name);
  }

  async flush(): Promise<void> {
    for (const [name, pending] of this.#pending) {
      if (pending.uses > 0) await this.#write(name, pending);
    }
  }

  async #write(name: string, pending: Pending): Promise<void> {
    const { uses } = pending;
    pending.uses = 0;
    pending.writtenAt = pending.at.getTime();
    try {
      await this.#store.addUses(name, uses, pending.at.toISOString());
    } catch {
      // The count is a help for people; what uses the credential must not fail over it
      pending.uses += uses;
      this.#logger.warn(`Uses of credential '${name}' could not be stored`);
    }
  }
}

interface UseCounterOptions {
  store: Pick<CredentialStore, 'addUses'>;
  logger: LoggerService;
  now: () => Date;
}
