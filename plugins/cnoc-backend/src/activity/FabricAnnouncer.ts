import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  CNOC_FABRIC_CHANNEL,
  CNOC_FABRIC_TOPIC,
  type CnocFabricChanged,
} from '@cnoc/backstage-plugin-cnoc-common';

const QUIET_MS = 1_000;

/**
 * Tells modules (event) and browsers (signal) that a fabric changed: the first change at once, then at most
 * once a second for each fabric, and always once more after the last one, so that nobody stays behind.
 */
export class FabricAnnouncer {
  readonly #events: EventsService;
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #waiting = new Map<string, { latest?: CnocFabricChanged }>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #closed = false;

  private constructor(options: {
    events: EventsService;
    signals: SignalsService;
    logger: LoggerService;
  }) {
    this.#events = options.events;
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  static create(options: {
    events: EventsService;
    signals: SignalsService;
    logger: LoggerService;
  }): FabricAnnouncer {
    return new FabricAnnouncer(options);
  }

  announce(change: CnocFabricChanged): void {
    if (this.#closed) return;
    const waiting = this.#waiting.get(change.fabric);
    if (waiting) {
      waiting.latest = change;
      return;
    }
    this.#publish(change);
    this.#rest(change.fabric);
  }

  /** Stops all timers; what waits is published at once. */
  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    for (const { latest } of this.#waiting.values()) {
      if (latest) this.#publish(latest);
    }
    this.#waiting.clear();
  }

  #rest(fabric: string): void {
    const waiting: { latest?: CnocFabricChanged } = {};
    this.#waiting.set(fabric, waiting);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#waiting.delete(fabric);
      if (waiting.latest) {
        this.#publish(waiting.latest);
        this.#rest(fabric);
      }
    }, QUIET_MS);
    this.#timers.add(timer);
  }

  #publish(change: CnocFabricChanged): void {
    // A hint that is lost costs a reader one poll; it must not fail the write that it tells of
    const warn = (error: unknown) =>
      this.#logger.warn(
        `Could not announce that fabric '${change.fabric}' changed: ${
          error instanceof Error ? error.name : 'unknown error'
        }`,
      );
    this.#events
      .publish({ topic: CNOC_FABRIC_TOPIC, eventPayload: change })
      .catch(warn);
    this.#signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: CNOC_FABRIC_CHANNEL,
        message: change,
      })
      .catch(warn);
  }
}
