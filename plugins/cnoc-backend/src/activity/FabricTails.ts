import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  CNOC_FABRIC_TOPIC,
  type Activity,
} from '@cnoc/backstage-plugin-cnoc-common';
import type { ActivityStore } from './ActivityStore';
import { FabricTail } from './FabricTail';

/** A lost event costs a follower at most this */
const POLL_MS = 2_000;
/** How long a tail is kept when nobody follows it: who was cut off comes back at once */
const KEPT_MS = 60_000;

/**
 * One tail for each fabric that somebody follows here. It is woken by what this process writes, by other replicas'
 * events, and by a slow poll.
 */
export class FabricTails {
  readonly #store: Pick<ActivityStore, 'page' | 'after'>;
  readonly #logger: LoggerService;
  readonly #tails = new Map<string, { tail: FabricTail; usedAt: number }>();
  readonly #pollMs: number;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(options: FabricTailsOptions) {
    this.#store = options.store;
    this.#logger = options.logger;
    this.#pollMs = options.pollMs ?? POLL_MS;
  }

  static create(options: FabricTailsOptions): FabricTails {
    return new FabricTails(options);
  }

  /** Hears what other replicas write. */
  async subscribe(events: EventsService): Promise<void> {
    await events.subscribe({
      // One of its own for each process: subscribers that share an id share the events, too
      id: `tails-${randomUUID()}`,
      topics: [CNOC_FABRIC_TOPIC],
      onEvent: async ({ eventPayload }) => {
        const { fabric } = (eventPayload ?? {}) as { fabric?: unknown };
        if (typeof fabric === 'string') this.wake(fabric);
      },
    });
  }

  /** Something was written. */
  wake(fabric: string): void {
    const held = this.#tails.get(fabric);
    if (held?.tail.isFollowed) this.#refresh(fabric, held.tail);
  }

  /** The fabric's tail, with everything that is written until now. */
  async of(fabric: string): Promise<FabricTail> {
    let held = this.#tails.get(fabric);
    if (!held) {
      held = {
        tail: FabricTail.create({
          fabric,
          store: this.#store,
          render: renderActivity,
        }),
        usedAt: 0,
      };
      this.#tails.set(fabric, held);
    }
    held.usedAt = performance.now();
    this.#startPolling();
    await held.tail.refresh();
    return held.tail;
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#tails.clear();
  }

  #startPolling(): void {
    if (this.#timer || this.#closed) return;
    this.#timer = setInterval(() => this.#poll(), this.#pollMs);
  }

  #poll(): void {
    const now = performance.now();
    for (const [fabric, held] of this.#tails) {
      if (held.tail.isFollowed) {
        held.usedAt = now;
        this.#refresh(fabric, held.tail);
      } else if (now - held.usedAt > KEPT_MS) {
        this.#tails.delete(fabric);
      }
    }
    if (this.#tails.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }

  #refresh(fabric: string, tail: FabricTail): void {
    tail.refresh().catch(error => {
      this.#logger.warn(
        `The timeline of fabric '${fabric}' could not be read for its followers: ${
          error instanceof Error ? error.name : 'unknown error'
        }`,
      );
    });
  }
}

export interface FabricTailsOptions {
  store: Pick<ActivityStore, 'page' | 'after'>;
  logger: LoggerService;
  /** For tests */
  pollMs?: number;
}

function renderActivity(activity: Activity): string {
  return `id: ${activity.id}\nevent: activity\ndata: ${JSON.stringify(
    activity,
  )}\n\n`;
}
