import { backoffMs } from './backoff';
import { ClusterClient } from './ClusterClient';
import { ClusterError } from './ClusterError';
import { LiveTimings } from './LiveTimings';
import { pause } from './pause';

/** Makes sure that the cluster is the one that it was. @throws ClusterError `replaced` */
export type ProveIdentity = (
  facts: { version?: string },
  signal: AbortSignal,
) => Promise<void>;

/**
 * Knows whether a cluster answers at all. While it does not, everything else waits here and one small request at a
 * time asks again, so that a dead cluster or an expired token costs one request a minute and not a storm (K1, L3).
 */
export class ConnectionGate {
  readonly #client: ClusterClient;
  readonly #prove: ProveIdentity;
  readonly #timings: LiveTimings;
  readonly #onChange: () => void;
  readonly #onContact: () => void;
  #failure: ClusterError | undefined;
  /** Nothing is asked before the first answer, so that a wrong token is shown to the cluster once (L4). */
  #answered = false;
  #doubt = false;
  #wake: () => void = () => undefined;
  #opened: (() => void)[] = [];
  #replaced = new AbortController();

  constructor(options: {
    client: ClusterClient;
    /** Makes sure that the cluster is the one that it was (K25). */
    prove?: ProveIdentity;
    timings: LiveTimings;
    onChange: () => void;
    onContact: () => void;
  }) {
    this.#client = options.client;
    this.#prove = options.prove ?? (async () => {});
    this.#timings = options.timings;
    this.#onChange = options.onChange;
    this.#onContact = options.onContact;
  }

  /** Why the cluster does not answer; undefined while it does. */
  get failure(): ClusterError | undefined {
    return this.#failure;
  }

  /** Fires when another cluster answers: what is open by then may lead to that one (K25). */
  get replaced(): AbortSignal {
    return this.#replaced.signal;
  }

  /** Resolves when the cluster is believed to answer, or when the signal fires. */
  async pass(signal: AbortSignal): Promise<void> {
    if ((this.#answered && !this.#failure) || signal.aborted) {
      return;
    }
    await new Promise<void>(done => {
      const pass = () => {
        signal.removeEventListener('abort', pass);
        done();
      };
      this.#opened.push(pass);
      signal.addEventListener('abort', pass, { once: true });
    });
  }

  /** Somebody failed twice in a row: look at once whether it is the cluster. */
  suspect(): void {
    this.#doubt = true;
    this.#wake();
  }

  async run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        const version = await this.#client.version(signal).catch(error => {
          // Also a refusal of this one path is an answer.
          if (
            !(error instanceof ClusterError && error.reason === 'forbidden')
          ) {
            throw error;
          }
          return undefined;
        });
        await this.#prove({ version }, signal);
        if (signal.aborted) {
          break;
        }
        failures = 0;
        this.#onContact();
        this.#open();
      } catch (error) {
        if (signal.aborted) {
          break;
        }
        const failure =
          error instanceof ClusterError
            ? error
            : new ClusterError('unavailable', 'The cluster cannot be reached.');
        failures += 1;
        // One lost request is no outage; the second in a row, or a clear no, is.
        if (failures > 1 || !failure.retryable || this.#failure) {
          this.#close(failure);
        }
      }
      await this.#rest(failures, signal);
    }
    this.#open();
  }

  async #rest(failures: number, signal: AbortSignal): Promise<void> {
    const { probeMs, retryMinMs, retryMaxMs } = this.#timings;
    const hopeless = this.#failure && !this.#failure.retryable;
    const ms =
      failures === 0
        ? probeMs
        : backoffMs(hopeless ? 30 : failures, {
            minMs: retryMinMs,
            maxMs: retryMaxMs,
            atLeastMs: this.#failure?.retryAfterMs,
          });
    const woken = new AbortController();
    this.#wake = () => failures === 0 && woken.abort();
    if (!(this.#doubt && failures === 0)) {
      await pause(ms, AbortSignal.any([signal, woken.signal]));
    }
    this.#doubt = false;
    this.#wake = () => undefined;
  }

  #open(): void {
    this.#answered = true;
    if (this.#failure) {
      this.#failure = undefined;
      this.#onChange();
    }
    const waiting = this.#opened;
    this.#opened = [];
    waiting.forEach(done => done());
  }

  #close(failure: ClusterError): void {
    const before = this.#failure;
    this.#failure = failure;
    if (failure.reason === 'replaced' && before?.reason !== 'replaced') {
      this.#replaced.abort();
      this.#replaced = new AbortController();
    }
    if (before?.message !== failure.message) {
      this.#onChange();
    }
  }
}
