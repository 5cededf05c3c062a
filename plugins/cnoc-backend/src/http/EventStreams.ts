import { ServiceUnavailableError } from '@backstage/errors';
import type { Response } from 'express';
import {
  EventStream,
  type EventStreamTimings,
  type StreamReader,
} from './EventStream';

export interface EventStreamLimits extends EventStreamTimings {
  /** Streams that this replica serves at most, in all and to one caller */
  all: number;
  perCaller: number;
  /** How often all streams are looked at */
  tendMs: number;
}

const LIMITS: EventStreamLimits = {
  all: 2_000,
  perCaller: 50,
  tendMs: 5_000,
  heartbeatMs: 15_000,
  // With the time between two looks still under a minute
  recheckMs: 45_000,
  stallMs: 60_000,
  longestMs: 3_600_000,
};

/** All streams of server-sent events that this replica serves: counted, tended by one timer, and ended together. */
export class EventStreams {
  readonly #limits: EventStreamLimits;
  readonly #open = new Map<EventStream, string>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(limits: EventStreamLimits) {
    this.#limits = limits;
  }

  /** What holds unless something else is given. */
  static get limits(): EventStreamLimits {
    return LIMITS;
  }

  static create(limits: Partial<EventStreamLimits> = {}): EventStreams {
    return new EventStreams({ ...LIMITS, ...limits });
  }

  get size(): number {
    return this.#open.size;
  }

  /** What is written and was not taken yet, of all streams. */
  get bufferedBytes(): number {
    return [...this.#open.keys()].reduce(
      (sum, stream) => sum + stream.bufferedBytes,
      0,
    );
  }

  /**
   * Answers with a stream.
   *
   * @throws ServiceUnavailableError when too many are open, or the replica stops
   */
  open(response: Response, reader: StreamReader): EventStream {
    const { all, perCaller } = this.#limits;
    if (this.#closed) {
      throw new ServiceUnavailableError('CNOC restarts; try again in a moment');
    }
    if (this.#open.size >= all) {
      throw new ServiceUnavailableError(
        'Too many streams are open now; try again later',
      );
    }
    const own = [...this.#open.values()].filter(one => one === reader.caller);
    if (own.length >= perCaller) {
      throw new ServiceUnavailableError(
        `You have ${own.length} streams open, which is the limit; close some of them`,
      );
    }
    const stream = EventStream.open({
      response,
      reader,
      timings: this.#limits,
    });
    this.#open.set(stream, reader.caller);
    stream.signal.addEventListener('abort', () => this.#forget(stream), {
      once: true,
    });
    this.#timer ??= setInterval(() => this.#tend(), this.#limits.tendMs);
    return stream;
  }

  /** Tells every reader to come back in a moment, to whichever replica is there. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    for (const stream of this.#open.keys()) stream.end({ comeBack: true });
  }

  #tend(): void {
    for (const stream of this.#open.keys()) stream.tend();
  }

  #forget(stream: EventStream): void {
    this.#open.delete(stream);
    if (this.#open.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
