import { ServiceUnavailableError } from '@backstage/errors';
import type { Response } from 'express';

export interface EventStreamTimings {
  /** After how long a silence a comment shows that the stream lives */
  heartbeatMs: number;
  /** How often the reader's right is asked for again */
  recheckMs: number;
  /** After how long a reader that takes nothing is cut off */
  stallMs: number;
  /** After how long the stream is closed; the reader goes on with Last-Event-ID */
  longestMs: number;
}

/** Who reads, and until when they may. */
export interface StreamReader {
  caller: string;
  /** When the reader's token ends */
  expiresAt?: Date;
  /** Asks again whether the reader has the right */
  stillAllowed?: () => Promise<boolean>;
}

/** Readers that are all cut off at once should not all come back at once. */
const RETRY_MIN_MS = 1_000;
const RETRY_SPREAD_MS = 4_000;

/**
 * Server-sent events to one reader. What it does not take is not piled up: `hasRoom` says whether to write on, and the
 * writer keeps its place meanwhile.
 */
export class EventStream {
  readonly #response: Response;
  readonly #reader: StreamReader;
  readonly #timings: EventStreamTimings;
  readonly #closed = new AbortController();
  readonly #roomListeners = new Set<() => void>();
  readonly #endsAt: number;
  #hasRoom = true;
  #ended = false;
  #wroteAt = performance.now();
  #tookAt = performance.now();
  #checkedAt = performance.now();
  #checking = false;

  private constructor(options: EventStreamOptions) {
    this.#response = options.response;
    this.#reader = options.reader;
    this.#timings = options.timings;
    const { expiresAt } = options.reader;
    this.#endsAt =
      performance.now() +
      Math.min(
        options.timings.longestMs,
        // Only how long it lasts is taken from the wall clock, so that a later step of it changes nothing
        expiresAt ? expiresAt.getTime() - Date.now() : Infinity,
      );
  }

  /** Answers with an open stream. @throws ServiceUnavailableError when the reader is gone already */
  static open(options: EventStreamOptions): EventStream {
    const { response } = options;
    if (response.destroyed || response.headersSent) {
      throw new ServiceUnavailableError('The reader went away');
    }
    const stream = new EventStream(options);
    response.status(200).set({
      'Content-Type': 'text/event-stream',
      // Compression would hold events back until its block is full
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    response.socket?.setNoDelay(true);
    response.on('drain', () => stream.#drained());
    response.once('close', () => stream.#close());
    return stream;
  }

  /** Aborts when the stream is closed, by whomever. */
  get signal(): AbortSignal {
    return this.#closed.signal;
  }

  /** Whether the reader took what was written; not after the end. */
  get hasRoom(): boolean {
    return this.#hasRoom && !this.#ended;
  }

  get isOpen(): boolean {
    return !this.#ended && !this.#closed.signal.aborted;
  }

  get bufferedBytes(): number {
    return this.#response.writableLength;
  }

  write(text: string | Buffer): void {
    if (!this.isOpen) return;
    this.#wroteAt = performance.now();
    if (this.#hasRoom) this.#tookAt = this.#wroteAt;
    this.#hasRoom = this.#response.write(text);
  }

  /** Calls whenever there is room again. */
  onRoom(listener: () => void): void {
    this.#roomListeners.add(listener);
  }

  /** Waits for room, or for the end. */
  async room(): Promise<void> {
    if (this.hasRoom || !this.isOpen) return;
    await new Promise<void>(resolve => {
      this.#roomListeners.add(resolve);
      this.signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /** Ends the stream; the reader is told when to come back. */
  end(options: { comeBack?: boolean } = {}): void {
    if (!this.isOpen) return;
    if (options.comeBack) {
      const retry = RETRY_MIN_MS + Math.floor(Math.random() * RETRY_SPREAD_MS);
      this.#response.write(`retry: ${retry}\n\n`);
    }
    this.#ended = true;
    this.#tookAt = performance.now();
    this.#response.end();
  }

  /** Does what is due: heartbeat, right, token's end, and cutting off who takes nothing. */
  tend(): void {
    const now = performance.now();
    const { heartbeatMs, recheckMs, stallMs } = this.#timings;
    if (this.#closed.signal.aborted) return;
    if ((this.#ended || !this.#hasRoom) && now - this.#tookAt >= stallMs) {
      this.#response.destroy();
      return;
    }
    if (this.#ended) return;
    if (now >= this.#endsAt) {
      this.end({ comeBack: true });
      return;
    }
    if (now - this.#checkedAt >= recheckMs && !this.#checking) {
      this.#checkedAt = now;
      void this.#recheck();
    }
    if (this.#hasRoom && now - this.#wroteAt >= heartbeatMs) {
      this.write(': still here\n\n');
    }
  }

  async #recheck(): Promise<void> {
    const { stillAllowed } = this.#reader;
    if (!stillAllowed) return;
    this.#checking = true;
    // Whoever cannot be asked about is not served on; the answer to the next request says why
    const allowed = await stillAllowed().catch(() => false);
    this.#checking = false;
    if (!allowed) this.end({ comeBack: true });
  }

  #drained(): void {
    this.#hasRoom = true;
    this.#tookAt = performance.now();
    const listeners = [...this.#roomListeners];
    for (const listener of listeners) listener();
  }

  #close(): void {
    this.#ended = true;
    this.#closed.abort();
    this.#roomListeners.clear();
  }
}

export interface EventStreamOptions {
  response: Response;
  reader: StreamReader;
  timings: EventStreamTimings;
}
