import { ClusterClient } from './ClusterClient';
import { ConnectionGate } from './ConnectionGate';
import { LiveTimings } from './LiveTimings';
import { pause } from './pause';

/** While a kind may be on its way out, the question comes this much more often, and so many times. */
const hurry = 12;

/**
 * Asks now and then which kinds the cluster serves. The watch of a kind that is served no more may stay open, and silent,
 * for long (C12). The answer is a hint: whether a kind can be read is told by its list.
 */
export class ServedKinds {
  readonly #client: ClusterClient;
  readonly #gate: ConnectionGate;
  readonly #timings: LiveTimings;
  readonly #pause: typeof pause;
  readonly #onChange: (change: { gone: string[]; come: string[] }) => void;
  readonly #kinds: readonly string[];
  #known: ReadonlySet<string>;
  #hurried = 0;
  #wake: () => void = () => undefined;

  constructor(options: {
    client: ClusterClient;
    gate: ConnectionGate;
    timings: LiveTimings;
    kinds: readonly string[];
    /** Kinds that are served no more, or now, as far as discovery says */
    onChange: (change: { gone: string[]; come: string[] }) => void;
    /** For tests */
    pause?: typeof pause;
  }) {
    this.#client = options.client;
    this.#gate = options.gate;
    this.#timings = options.timings;
    this.#pause = options.pause ?? pause;
    this.#onChange = options.onChange;
    this.#kinds = options.kinds;
    // Each informer finds out by itself at first
    this.#known = new Set(options.kinds);
  }

  /** A kind has lost its last object, which is how its end begins. */
  suspect(): void {
    this.#hurried = hurry;
    this.#wake();
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#rest(signal);
      await this.#gate.pass(signal);
      if (signal.aborted) return;
      // Who may not ask, or gets no answer, knows no more than before
      const served = await this.#client.served(signal).catch(() => undefined);
      if (!served || signal.aborted) continue;
      const gone = this.#kinds.filter(
        kind => this.#known.has(kind) && !served.has(kind),
      );
      const come = this.#kinds.filter(
        kind => !this.#known.has(kind) && served.has(kind),
      );
      this.#known = served;
      if (gone.length + come.length > 0) this.#onChange({ gone, come });
    }
  }

  async #rest(signal: AbortSignal): Promise<void> {
    // Spread, so that many clusters are not all asked at once (L4)
    const spread = 0.9 + Math.random() / 5;
    const woken = new AbortController();
    const isHurried = this.#hurried > 0;
    if (isHurried) this.#hurried -= 1;
    else this.#wake = () => woken.abort();
    await this.#pause(
      (this.#timings.servedMs / (isHurried ? hurry : 1)) * spread,
      AbortSignal.any([signal, woken.signal]),
    );
    this.#wake = () => undefined;
    if (woken.signal.aborted) await this.#rest(signal);
  }
}
