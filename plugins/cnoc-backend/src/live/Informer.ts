import { backoffMs } from './backoff';
import { ClusterClient, WatchEvent } from './ClusterClient';
import { ClusterError } from './ClusterError';
import { ConnectionGate } from './ConnectionGate';
import { CompleteList, listCompletely } from './listCompletely';
import { LiveTimings } from './LiveTimings';
import { pause } from './pause';
import { ResourceCache } from './ResourceCache';
import { isOlder } from './resourceVersion';

/**
 * starting: not listed yet · current: listed and watched · failing: cannot be read now · absent: the cluster does not
 * serve the kind.
 */
export type InformerPhase = 'starting' | 'current' | 'failing' | 'absent';

/** A server that answers from behind is asked again this often before it is believed (a restored backup). */
const maxStaleLists = 3;
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
  readonly #onResumed: () => void;
  readonly #onEmptied: () => void;
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
  #isCaughtUp = false;
  #endWatch: () => void = () => undefined;
  #endPause: () => void = () => undefined;

  constructor(options: {
    kind: string;
    client: ClusterClient;
    cache: ResourceCache<unknown>;
    gate: ConnectionGate;
    timings: LiveTimings;
    pageSize: number;
    onChange: () => void;
    onPhase: () => void;
    /** A watch that had broken stands again: what happened meanwhile follows */
    onResumed: () => void;
    /** The watch told of the end of the last object */
    onEmptied: () => void;
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
    this.#onResumed = options.onResumed;
    this.#onEmptied = options.onEmptied;
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

  /** Whether the kind is watched, or was found to be unreadable: nothing is on its way that is known of. */
  get isCaughtUp(): boolean {
    return this.#isCaughtUp;
  }

  /** The cluster is there again. */
  expect(): void {
    this.#isCaughtUp = this.#isWatching;
  }

  /** The cluster may not serve the kind any more: a list will tell. */
  doubt(): void {
    this.#endWatch();
  }

  /** The cluster may serve the kind now. */
  retry(): void {
    if (this.#phase === 'absent') {
      this.#endPause();
    }
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#gate.pass(signal);
      if (signal.aborted) {
        return;
      }
      try {
        const isResumed = this.#version !== undefined && this.#failures > 0;
        if (this.#version === undefined) {
          await this.#list(signal);
        }
        await this.#watch(signal, isResumed);
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

  #listAll(signal: AbortSignal): Promise<CompleteList> {
    return listCompletely(
      {
        kind: this.kind,
        client: this.#client,
        pageSize: this.#pageSize,
        keep: object => this.#cache.listed(object),
        onContact: this.#onContact,
      },
      signal,
    );
  }

  async #watch(signal: AbortSignal, isResumed: boolean): Promise<void> {
    const { replaced } = this.#gate;
    const relist = new AbortController();
    this.#endWatch = () => relist.abort();
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
          this.#isCaughtUp = true;
          if (isResumed) {
            this.#onResumed();
          }
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
      this.#endWatch = () => undefined;
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
      if (event.type === 'DELETED' && this.#cache.size === 0) {
        this.#onEmptied();
      }
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
    this.#isCaughtUp ||= this.#phase === 'absent' || this.#phase === 'failing';
    const woken = new AbortController();
    this.#endPause = () => woken.abort();
    await pause(this.#wait(failure), AbortSignal.any([signal, woken.signal]));
    this.#endPause = () => undefined;
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
