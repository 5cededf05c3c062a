import { ConflictError } from '@backstage/errors';
import { ClusterError } from '../ClusterError';
import type { IdentityStore } from './IdentityStore';

/** How old the proof may be that the cluster is the one that it was. */
const FRESH_MS = { read: 10_000, write: 2_000 };

/** Asks a cluster for the uid of its namespace kube-system. Throws ClusterError. */
export type AskIdentity = (signal?: AbortSignal) => Promise<string>;

/**
 * Makes sure that behind an address is still the cluster that was there first (K25): with another one nothing is read and
 * nothing written, until somebody accepts it.
 */
export class IdentityKeeper {
  readonly #store: IdentityStore;
  readonly #now: () => Date;
  readonly #proofs = new Map<string, { at: number; epoch: number }>();
  /** Grows with each socket that opens or closes: behind a new one may be another cluster */
  readonly #epochs = new Map<string, number>();
  readonly #asking = new Map<string, Promise<void>>();

  private constructor(options: IdentityKeeperOptions) {
    this.#store = options.store;
    this.#now = options.now;
  }

  static create(options: IdentityKeeperOptions): IdentityKeeper {
    return new IdentityKeeper(options);
  }

  /**
   * @param ask - asks the cluster
   * @throws ClusterError `replaced`, or why the cluster does not answer
   */
  async guard(
    cluster: string,
    purpose: 'read' | 'write',
    ask: AskIdentity,
  ): Promise<void> {
    if (this.#isProved(cluster, purpose)) return;
    // A look that began before the last socket opened says nothing about what came over that one
    const under = this.#asking.get(cluster);
    if (under) {
      await under;
      if (this.#isProved(cluster, purpose)) return;
    }
    await this.prove(cluster, ask);
  }

  /** Looks now. Callers at the same time share one look, so no single caller's abort ends it. */
  async prove(
    cluster: string,
    ask: AskIdentity,
    facts: { version?: string } = {},
  ): Promise<void> {
    let asking = this.#asking.get(cluster);
    if (!asking) {
      asking = this.#prove(cluster, ask, facts).finally(() =>
        this.#asking.delete(cluster),
      );
      this.#asking.set(cluster, asking);
    }
    await asking;
  }

  /**
   * Makes the cluster count that answers now.
   *
   * @param uid - the one that the caller has seen
   * @throws ConflictError when it is yet another one that answers, ClusterError when none does
   */
  async accept(
    cluster: string,
    uid: string,
    ask: AskIdentity,
  ): Promise<{ before?: string; after: string }> {
    const answers = await ask();
    if (answers !== uid) {
      throw new ConflictError(
        'The cluster that answers now is not the one that you want to accept; read it again and compare',
      );
    }
    const before = await this.#store.get(cluster);
    await this.#store.pin(cluster, uid, this.#now().toISOString());
    this.doubt(cluster);
    return { before: before?.pinned, after: uid };
  }

  /** The connection is another one: the next request looks again. */
  doubt(cluster: string): void {
    this.#epochs.set(cluster, this.#epochOf(cluster) + 1);
  }

  #isProved(cluster: string, purpose: 'read' | 'write'): boolean {
    const proof = this.#proofs.get(cluster);
    return (
      proof !== undefined &&
      proof.epoch === this.#epochOf(cluster) &&
      performance.now() - proof.at < FRESH_MS[purpose]
    );
  }

  #epochOf(cluster: string): number {
    return this.#epochs.get(cluster) ?? 0;
  }

  async #prove(
    cluster: string,
    ask: AskIdentity,
    { version }: { version?: string },
  ): Promise<void> {
    const proof = { at: performance.now(), epoch: this.#epochOf(cluster) };
    let uid: string;
    try {
      uid = await ask();
    } catch (error) {
      // Without the right to look there is nothing to compare; the connection test says so
      if (error instanceof ClusterError && error.reason === 'forbidden') {
        this.#proofs.set(cluster, proof);
        return;
      }
      throw error;
    }
    const identity = await this.#store.answered(cluster, {
      uid,
      version,
      at: this.#now().toISOString(),
    });
    if (identity.pinned !== uid) {
      this.#proofs.delete(cluster);
      throw replaced();
    }
    this.#proofs.set(cluster, proof);
  }
}

function replaced(): ClusterError {
  return new ClusterError(
    'replaced',
    'Another cluster than before answers at this address. Nothing is read or written until somebody accepts it under Clusters.',
  );
}

interface IdentityKeeperOptions {
  store: IdentityStore;
  now: () => Date;
}
