import type { ClusterRegistration } from './ClusterStore';
import type { ClusterIdentity } from './IdentityStore';

/** How soon this replica hears of what happened at another one */
const POLL_MS = 3_000;

/** What a cluster's connection depends on, as the tables have it. */
export interface ConnectionFacts {
  registrations: readonly ClusterRegistration[];
  identities: ReadonlyMap<string, ClusterIdentity>;
  /** Etags of credentials, by name */
  credentials: ReadonlyMap<string, string>;
}

/**
 * Tells which connections changed, at whichever replica: registered, changed or forgotten, their credential rotated, or
 * another cluster accepted behind them.
 */
export class ClusterChanges {
  readonly #read: () => Promise<ConnectionFacts>;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<(name: string) => void>();
  #seen: ReadonlyMap<string, string> | undefined;
  #pins: ReadonlyMap<string, string | undefined> = new Map();
  #looking: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  private constructor(options: ClusterChangesOptions) {
    this.#read = options.read;
    this.#onError = options.onError;
  }

  static create(options: ClusterChangesOptions): ClusterChanges {
    return new ClusterChanges(options);
  }

  /** @returns ends the subscription */
  onChange(listener: (name: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins to follow; what is there already is no change. */
  async start(): Promise<void> {
    await this.look();
    this.#timer = setInterval(() => {
      this.look().catch(this.#onError);
    }, POLL_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#listeners.clear();
    await this.#looking;
  }

  /** Looks now, and tells before it returns. */
  async look(): Promise<void> {
    const looking = this.#looking.then(() => this.#look());
    this.#looking = looking.catch(() => {});
    await looking;
  }

  async #look(): Promise<void> {
    const { registrations, identities, credentials } = await this.#read();
    const seen = new Map(
      registrations.map(({ name, etag, auth }) => [
        name,
        JSON.stringify([
          etag,
          auth.type === 'credential' && credentials.get(auth.credential),
        ]),
      ]),
    );
    const pins = new Map(
      [...identities].map(([name, { pinned }]) => [name, pinned]),
    );
    const before = this.#seen;
    const pinnedBefore = this.#pins;
    this.#seen = seen;
    this.#pins = pins;
    if (!before) return;
    const changed = new Set<string>();
    for (const name of new Set([...seen.keys(), ...before.keys()])) {
      if (seen.get(name) !== before.get(name)) changed.add(name);
    }
    for (const [name, pinned] of pins) {
      // The first that answers is no change
      const was = pinnedBefore.get(name);
      if (was !== undefined && was !== pinned) changed.add(name);
    }
    for (const name of changed) {
      for (const listener of this.#listeners) listener(name);
    }
  }
}

interface ClusterChangesOptions {
  read: () => Promise<ConnectionFacts>;
  onError: (error: unknown) => void;
}
