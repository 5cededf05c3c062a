import { setImmediate as nextTurn } from 'node:timers/promises';
import { backoffMs } from './backoff';
import { ClusterClient, WatchEvent } from './ClusterClient';
import { ClusterError } from './ClusterError';
import { ConnectionGate } from './ConnectionGate';
import { LiveTimings } from './LiveTimings';
import { pause } from './pause';
import { Listed, ResourceCache } from './ResourceCache';
import { isOlder } from './resourceVersion';

/**
 * starting: not listed yet · current: listed and watched · failing: cannot be read now · absent: the cluster does not
 * serve the kind.
 */
export type InformerPhase = 'starting' | 'current' | 'failing' | 'absent';

/** Lists restarted because a continue token ran out (410), before that counts as a failure. */
const maxListRestarts = 3;
/** A server that answers from behind is asked again this often before it is believed (a restored backup). */
const maxStaleLists = 3;
const maxObjects = 100_000;
/** Others get their turn while a page of a list is read. */
const objectsPerTurn = 100;
/** A watch that has stood for this long has proved that the kind can be read. */
const settleMs = 1_000;

/**
 * Keeps the objects of one kind: a paged list, then a watch from its version on. The watch is resumed where it broke
 * off; a version that is too old (410) leads to a new list, whose outcome is compared with what is known, so that
 * nothing is lost or told twice (K5, K6). Now and then a full check lists everything beside the watch, which proves that
 * the watch tells all, or repairs what it did not (K7).
 */
export class Informer {
  readonly kind: string;
  readonly #client: ClusterClient;
  readonly #cache: ResourceCache<unknown>;
  readonly #gate: ConnectionGate;
  readonly #timings: LiveTimings;
  readonly #pageSize: number;
  readonly #onChange: () => void;
  readonly #onPhase: () => void;
  readonly #onContact: () => void;
  readonly #onFullCheck: (result: { objects: number; missed: number }) => void;
  #phase: InformerPhase = 'starting';
  #listed = false;
  #failure: ClusterError | undefined;
  #failures = 0;
  /** Version to watch from; undefined = a list is due. */
  #version: string | undefined;
  #highest = '0';
  #staleLists = 0;
  #fullCheckAt = 0;
  #watchesOpened = 0;
  #isWatching = false;

  constructor(options: {
    kind: string;
    client: ClusterClient;
    cache: ResourceCache<unknown>;
    gate: ConnectionGate;
    timings: LiveTimings;
    pageSize: number;
    onChange: () => void;
    onPhase: () => void;
    onContact: () => void;
    onFullCheck: (result: { objects: number; missed: number }) => void;
  }) {
    this.kind = options.kind;
    this.#client = options.client;
    this.#cache = options.cache;
    this.#gate = options.gate;
    this.#timings = options.timings;
    this.#pageSize = options.pageSize;
    this.#onChange = options.onChange;
    this.#onPhase = options.onPhase;
    this.#onContact = options.onContact;
    this.#onFullCheck = options.onFullCheck;
  }

  get phase(): InformerPhase {
    return this.#phase;
  }

  /** Whether a complete list was ever read. */
  get listed(): boolean {
    return this.#listed;
  }

  get failure(): ClusterError | undefined {
    return this.#failure;
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#gate.pass(signal);
      if (signal.aborted) {
        return;
      }
      try {
        if (this.#version === undefined) {
          await this.#list(signal);
        }
        await this.#watch(signal);
      } catch (error) {
        if (!signal.aborted) {
          await this.#failed(error, signal);
        }
      }
    }
  }

  async #list(signal: AbortSignal): Promise<void> {
    const { items, version } = await this.#listAll(signal);
    if (isOlder(version, this.#highest) && this.#staleLists < maxStaleLists) {
      this.#staleLists += 1;
      throw new ClusterError(
        'unavailable',
        'The cluster answered from an older state than it had shown before.',
      );
    }
    this.#staleLists = 0;
    this.#highest = version;
    const changed = this.#cache.replace(items);
    const first = !this.#listed;
    this.#listed = true;
    this.#fullCheckAt = this.#nextFullCheck();
    this.#version = version;
    this.#setPhase('current', undefined);
    if (changed || first) {
      this.#onChange();
    }
  }

  async #listAll(
    signal: AbortSignal,
  ): Promise<{ items: Listed<unknown>[]; version: string }> {
    for (let restarts = 0; ; restarts += 1) {
      const items: Listed<unknown>[] = [];
      try {
        let next: string | undefined;
        do {
          const page = await this.#client.listPage(
            this.kind,
            {
              limit: this.#pageSize,
              ...(next !== undefined && { continue: next }),
            },
            signal,
          );
          this.#onContact();
          for (const [index, object] of page.items.entries()) {
            if (index % objectsPerTurn === 0) {
              await nextTurn();
            }
            items.push(this.#cache.listed(object));
          }
          if (items.length > maxObjects) {
            throw new ClusterError(
              'invalid',
              `The cluster holds more than ${maxObjects} objects of this kind, more than CNOC reads.`,
            );
          }
          next = page.continue;
          if (next === undefined) {
            return { items, version: page.resourceVersion };
          }
        } while (next !== undefined);
      } catch (error) {
        const expired =
          error instanceof ClusterError && error.reason === 'gone';
        if (!expired || restarts >= maxListRestarts) {
          throw error;
        }
      }
    }
  }

  async #watch(signal: AbortSignal): Promise<void> {
    const { replaced } = this.#gate;
    const relist = new AbortController();
    const ended = new AbortController();
    const checking = this.#fullChecks(
      AbortSignal.any([signal, ended.signal]),
      relist,
    );
    const began = performance.now();
    let settled: NodeJS.Timeout | undefined;
    let opened = false;
    try {
      const events = this.#client.watch(
        this.kind,
        {
          resourceVersion: this.#version!,
          idleTimeoutMs: this.#timings.idleTimeoutMs,
        },
        AbortSignal.any([signal, relist.signal, replaced]),
      );
      for await (const event of events) {
        this.#onContact();
        if (event.type === 'OPENED') {
          opened = true;
          this.#watchesOpened += 1;
          this.#isWatching = true;
          settled = setTimeout(
            () => this.#succeeded(),
            Math.min(settleMs, this.#timings.retryMinMs * 4),
          );
        } else {
          this.#take(event);
          this.#succeeded();
        }
      }
    } catch (error) {
      // What came last may have been another cluster's, so all is listed anew when the right one is back.
      if (relist.signal.aborted || replaced.aborted) {
        this.#version = undefined;
        return;
      }
      if (error instanceof ClusterError && error.reason === 'gone') {
        this.#version = undefined;
      }
      // Long silence on an open watch is a dead connection, not a failing kind: the next request tells.
      const silent =
        opened && error instanceof ClusterError && error.reason === 'timeout';
      if (!silent) {
        throw error;
      }
    } finally {
      this.#isWatching = false;
      clearTimeout(settled);
      ended.abort();
      await checking;
    }
    // A server that ends each watch at once must not be asked in a tight loop.
    if (performance.now() - began < this.#timings.retryMinMs) {
      await pause(this.#timings.retryMinMs, signal);
    }
  }

  /** Until the watch ends. A server that answers from behind is listed in earnest: it may be a restored backup. */
  async #fullChecks(
    signal: AbortSignal,
    relist: AbortController,
  ): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      await pause(Math.max(0, this.#fullCheckAt - performance.now()), signal);
      if (signal.aborted) {
        return;
      }
      try {
        const done = await this.#fullCheck(signal, relist);
        failures = 0;
        if (done) {
          this.#fullCheckAt = this.#nextFullCheck();
        } else {
          await pause(this.#timings.retryMaxMs, signal);
        }
      } catch (error) {
        failures += 1;
        const failure = error instanceof ClusterError ? error : undefined;
        await pause(
          backoffMs(failures, {
            minMs: this.#timings.retryMinMs,
            maxMs: this.#timings.retryMaxMs,
            atLeastMs: failure?.retryAfterMs,
          }),
          signal,
        );
        // A list that fails again and again is a kind that cannot be read, whatever its watch says.
        if (failures > 2 && !signal.aborted) {
          relist.abort();
        }
      }
    }
  }

  /** @returns false when the watch was not open all the time: then nobody can tell what it would have told */
  async #fullCheck(
    signal: AbortSignal,
    relist: AbortController,
  ): Promise<boolean> {
    const watch = this.#watchesOpened;
    if (!this.#isWatching) {
      return false;
    }
    const before = this.#cache.versions();
    const highest = this.#highest;
    const { items, version } = await this.#listAll(signal);
    if (isOlder(version, highest)) {
      relist.abort();
      return true;
    }
    await pause(this.#timings.graceMs, signal);
    if (signal.aborted || !this.#isWatching || watch !== this.#watchesOpened) {
      return false;
    }
    const missed = this.#cache.repair(items, before);
    this.#onFullCheck({ objects: items.length, missed });
    if (missed > 0) {
      this.#onChange();
    }
    return true;
  }

  /** Spread, so that the kinds do not list all at once for ever (L4). */
  #nextFullCheck(): number {
    return (
      performance.now() + this.#timings.relistMs * (0.9 + Math.random() / 10)
    );
  }

  #take(event: Exclude<WatchEvent, { type: 'OPENED' }>): void {
    if (event.type === 'BOOKMARK') {
      this.#advance(event.resourceVersion);
      return;
    }
    const changed =
      event.type === 'DELETED'
        ? this.#cache.remove(event.object)
        : this.#cache.upsert(event.object);
    this.#advance(String(event.object.metadata.resourceVersion ?? ''));
    if (changed) {
      this.#onChange();
    }
  }

  #advance(version: string): void {
    if (version !== '' && !isOlder(version, this.#highest)) {
      this.#highest = version;
      this.#version = version;
    }
  }

  #succeeded(): void {
    this.#failures = 0;
    this.#setPhase('current', undefined);
  }

  async #failed(error: unknown, signal: AbortSignal): Promise<void> {
    const failure =
      error instanceof ClusterError
        ? error
        : new ClusterError(
            'malformed',
            'The cluster sent an object that CNOC cannot read.',
          );
    this.#failures += 1;
    if (failure.reason === 'gone') {
      await pause(this.#failures > 1 ? this.#wait(failure) : 0, signal);
      return;
    }
    if (failure.reason === 'notFound') {
      this.#version = undefined;
      this.#setPhase('absent', failure);
    } else if (this.#failures > 1 || !failure.retryable) {
      this.#setPhase('failing', failure);
      if (failure.reason !== 'forbidden') {
        this.#gate.suspect();
      }
    }
    await pause(this.#wait(failure), signal);
  }

  #wait(failure: ClusterError): number {
    return backoffMs(this.#failures, {
      minMs: this.#timings.retryMinMs,
      maxMs: this.#timings.retryMaxMs,
      atLeastMs: failure.retryAfterMs,
    });
  }

  #setPhase(phase: InformerPhase, failure: ClusterError | undefined): void {
    const changed =
      phase !== this.#phase || failure?.message !== this.#failure?.message;
    this.#phase = phase;
    this.#failure = failure;
    if (changed) {
      this.#onPhase();
    }
  }
}
