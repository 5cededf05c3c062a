import { LiveTimings } from './LiveTimings';

/** More changes than this within one coalescing time are a wave. */
const waveSize = 200;

type TellerTimings = Pick<LiveTimings, 'coalesceMs' | 'quietMs' | 'waveMaxMs'>;

/**
 * Decides when changes are told. The first after a quiet time is told at once, those that follow closely are one. A wave
 * (a cluster is there again, or very much changes at once) is told as a whole when it has come to rest, so that nobody
 * judges its middle (K26).
 */
export class ChangeTeller {
  readonly #timings: TellerTimings;
  readonly #isCaughtUp: () => boolean;
  readonly #tell: () => void;
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  #isDue = false;
  #isStopped = false;
  #changes = 0;
  #toldAt = 0;
  #changedAt = 0;
  #waveSince: number | undefined;

  constructor(options: {
    timings: TellerTimings;
    /** False while more of a wave is to be expected */
    isCaughtUp: () => boolean;
    tell: () => void;
  }) {
    this.#timings = options.timings;
    this.#isCaughtUp = options.isCaughtUp;
    this.#tell = options.tell;
  }

  /** @param options - `isRoutine`: comes all the time, and says nothing about whether a wave goes on */
  note(options: { isRoutine?: boolean } = {}): void {
    if (this.#isStopped) return;
    this.#isDue = true;
    if (!options.isRoutine) {
      this.#changedAt = performance.now();
      this.#changes += 1;
    }
    if (this.#waveSince !== undefined) return;
    if (this.#changes > waveSize) {
      this.beginWave();
      return;
    }
    const quietFor = performance.now() - this.#toldAt;
    this.#timer ??= setTimeout(
      () => this.#tellNow(),
      Math.max(0, this.#timings.coalesceMs - quietFor),
    );
  }

  /** Much may change now. */
  beginWave(): void {
    if (this.#isStopped) return;
    const now = performance.now();
    this.#changedAt = now;
    if (this.#waveSince !== undefined) return;
    this.#waveSince = now;
    this.#clear();
    this.#awaitQuiet(now);
  }

  /** What there is to tell must not wait. */
  endWave(): void {
    if (this.#waveSince === undefined) return;
    this.#waveSince = undefined;
    this.#clear();
    if (this.#isDue) this.#tellNow();
  }

  stop(): void {
    this.#isStopped = true;
    this.#clear();
  }

  #awaitQuiet(since: number): void {
    const { quietMs, waveMaxMs } = this.#timings;
    this.#timer = setTimeout(() => {
      const now = performance.now();
      if (now - since >= waveMaxMs) {
        this.endWave();
      } else if (now - this.#changedAt < quietMs || !this.#isCaughtUp()) {
        this.#awaitQuiet(since);
      } else {
        this.#hearOnceMore(since);
      }
    }, Math.max(1, this.#changedAt + quietMs - performance.now()));
  }

  /** On a busy machine more has come, and waits to be read. */
  #hearOnceMore(since: number): void {
    const before = this.#changedAt;
    this.#timer = setImmediate(() => {
      if (this.#changedAt === before) this.endWave();
      else this.#awaitQuiet(since);
    });
  }

  #tellNow(): void {
    this.#timer = undefined;
    this.#isDue = false;
    this.#changes = 0;
    this.#toldAt = performance.now();
    this.#tell();
  }

  #clear(): void {
    clearTimeout(this.#timer as NodeJS.Timeout | undefined);
    clearImmediate(this.#timer as NodeJS.Immediate | undefined);
    this.#timer = undefined;
  }
}
