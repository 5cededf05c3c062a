import { LoggerService } from '@backstage/backend-plugin-api';
import { FabricDefinition } from '../fabrics/FabricDefinition';
import { Fence } from '../fabrics/Fence';
import { ClusterWatch } from './ClusterWatch';
import { LiveObject } from './LiveObject';
import { LiveConnection, LiveSnapshot } from './LiveSnapshot';
import { LiveChanges, LiveStore, StoredConnection } from './LiveStore';
import { LiveTimings } from './LiveTimings';
import { switchHealth } from './switchHealth';
import { agentKind, watchedKinds } from './watchedKinds';

const retryMs = 5_000;
/** Rows in one transaction: short enough that others are not kept waiting. */
const maxBatch = 2_000;

function keyOf(live: { kind: string; name: string }): string {
  return `${live.kind}/${live.name}`;
}

function printOf(live: LiveObject): string {
  // The hash too: a new release may read the same object into another canonical form.
  return `${live.uid} ${live.resourceVersion} ${live.hash}`;
}

/** One fabric's part of a cluster that is watched here, and its copy in the tables for the other replicas. */
export class FabricLive {
  readonly fabric: FabricDefinition;
  readonly #watch: ClusterWatch;
  readonly #store: LiveStore;
  readonly #fence: Fence;
  readonly #timings: LiveTimings;
  readonly #now: () => Date;
  readonly #logger: LoggerService;
  /** What the tables hold, by kind and name. */
  readonly #stored = new Map<string, string>();
  /** Rows of kinds that were not listed yet since the start: old, and better than nothing. */
  #old = new Map<string, LiveObject[]>();
  #before: StoredConnection | undefined;
  #loaded = false;
  #switchesTold = '';
  #connectionStored = '';
  #contactStored = 0;
  readonly #dirty = new Set<string>(watchedKinds.map(({ kind }) => kind));
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> | undefined;
  #ended = false;

  constructor(options: {
    fabric: FabricDefinition;
    watch: ClusterWatch;
    store: LiveStore;
    fence: Fence;
    timings: LiveTimings;
    now: () => Date;
    logger: LoggerService;
  }) {
    this.fabric = options.fabric;
    this.#watch = options.watch;
    this.#store = options.store;
    this.#fence = options.fence;
    this.#timings = options.timings;
    this.#now = options.now;
    this.#logger = options.logger;
  }

  /** Reads what the tables have from before; call once, before the first snapshot. */
  async load(): Promise<void> {
    this.#loaded = true;
    this.#before = await this.#store.connection(this.fabric.name);
    for (const live of await this.#store.objects(this.fabric.name)) {
      this.#stored.set(keyOf(live), printOf(live));
      const list = this.#old.get(live.kind) ?? [];
      list.push(live);
      this.#old.set(live.kind, list);
    }
  }

  snapshot(): LiveSnapshot {
    const objects: LiveObject[] = [];
    for (const { kind } of watchedKinds) {
      if (kind !== agentKind) {
        objects.push(...this.#objectsOf(kind));
      }
    }
    return { objects, ...this.#connection() };
  }

  get(kind: string, name: string): LiveObject | undefined {
    return this.#watch.isListed(kind)
      ? this.#watch.object(kind, this.fabric.namespace, name)
      : this.#old.get(kind)?.find(live => live.name === name);
  }

  /**
   * Takes note of changed kinds and writes them soon.
   *
   * @returns the kinds whose change matters to the fabric: a mere heartbeat does not
   */
  changed(kinds: ReadonlySet<string>): string[] {
    kinds.forEach(kind => this.#dirty.add(kind));
    const told = [...kinds].filter(kind => kind !== agentKind);
    if (this.#switchesChanged()) {
      told.push(agentKind);
    }
    this.#flushSoon(this.#timings.flushMs);
    return told;
  }

  /** Looks at what only time changes. @returns whether the health of a switch changed */
  tick(): boolean {
    const contact = this.#watch.contactAt?.getTime() ?? 0;
    const changed = this.#switchesChanged();
    if (changed || contact - this.#contactStored >= this.#timings.contactMs) {
      this.#flushSoon(0);
    }
    return changed;
  }

  /** Writes what is not written yet, and then no more. */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#flushing;
    if (!this.#ended) {
      await this.#flush();
    }
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #objectsOf(kind: string): LiveObject[] {
    if (!this.#watch.isListed(kind)) {
      return this.#old.get(kind) ?? [];
    }
    this.#old.delete(kind);
    return this.#watch.objects(kind, this.fabric.namespace);
  }

  #connection(): StoredConnection {
    const now = this.#now();
    const { state, since, message } = this.#watch.connection;
    const contactAt = this.#watch.contactAt ?? this.#before?.contactAt;
    const connection: LiveConnection = {
      state,
      since,
      ...((state === 'disconnected' || state === 'unknown') &&
        contactAt && { staleSince: contactAt }),
      ...(message && { message }),
    };
    return {
      connection,
      unknownKinds: this.#watch.unknownKinds,
      complete: this.#watch.complete,
      switches: switchHealth(
        this.#objectsOf('Switch'),
        this.#watch.agents(this.fabric.namespace),
        { now: now.getTime(), known: this.#watch.agentsKnown },
      ),
      ...(contactAt && { contactAt }),
    };
  }

  #switchesChanged(): boolean {
    const told = JSON.stringify(
      this.#connection().switches.map(health => ({
        ...health,
        heartbeatAt: undefined,
      })),
    );
    const changed = told !== this.#switchesTold;
    this.#switchesTold = told;
    return changed;
  }

  #flushSoon(ms: number): void {
    if (this.#ended || !this.#loaded) {
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#flushing = (this.#flushing ?? Promise.resolve()).then(() =>
        this.#flush(),
      );
    }, ms);
  }

  async #flush(): Promise<void> {
    if (this.#ended) {
      return;
    }
    const changes = this.#takeChanges();
    if (!changes) {
      return;
    }
    const kinds = [...changes.upserts, ...changes.removals].map(
      ({ kind }) => kind,
    );
    try {
      await this.#store.save(this.fabric.name, changes, this.#fence);
      changes.upserts.forEach(live =>
        this.#stored.set(keyOf(live), printOf(live)),
      );
      changes.removals.forEach(live => this.#stored.delete(keyOf(live)));
      if (changes.upserts.length + changes.removals.length >= maxBatch) {
        kinds.forEach(kind => this.#dirty.add(kind));
        this.#flushSoon(0);
      }
    } catch (error) {
      kinds.forEach(kind => this.#dirty.add(kind));
      this.#connectionStored = '';
      if (error instanceof Error && error.name === 'ConflictError') {
        // Another replica has taken over; what this one knows is of no more use to the tables.
        this.#ended = true;
        this.#logger.warn(
          `Fabric ${this.fabric.name}: another replica watches it now`,
        );
        return;
      }
      this.#logger.warn(
        `Fabric ${this.fabric.name}: live state could not be stored, trying again`,
        { reason: error instanceof Error ? error.name : 'unknown' },
      );
      this.#flushSoon(retryMs);
    }
  }

  #takeChanges(): LiveChanges | undefined {
    const upserts: LiveObject[] = [];
    const removals: { kind: string; name: string }[] = [];
    const full = () => upserts.length + removals.length >= maxBatch;
    for (const kind of [...this.#dirty]) {
      if (kind === agentKind || full() || !this.#watch.isListed(kind)) {
        continue;
      }
      this.#dirty.delete(kind);
      const present = new Set<string>();
      for (const live of this.#watch.objects(kind, this.fabric.namespace)) {
        const key = keyOf(live);
        present.add(key);
        if (this.#stored.get(key) !== printOf(live) && !full()) {
          upserts.push(live);
        }
      }
      for (const key of this.#stored.keys()) {
        if (key.startsWith(`${kind}/`) && !present.has(key) && !full()) {
          removals.push({ kind, name: key.slice(kind.length + 1) });
        }
      }
    }
    const connection = this.#changedConnection();
    return upserts.length + removals.length > 0 || connection
      ? { upserts, removals, ...(connection && { connection }) }
      : undefined;
  }

  #changedConnection(): StoredConnection | undefined {
    const now = this.#connection();
    const contact = now.contactAt?.getTime() ?? 0;
    const text = JSON.stringify({
      ...now,
      contactAt: undefined,
      switches: now.switches.map(health => ({
        ...health,
        heartbeatAt: undefined,
      })),
    });
    if (
      text === this.#connectionStored &&
      contact - this.#contactStored < this.#timings.contactMs
    ) {
      return undefined;
    }
    this.#connectionStored = text;
    this.#contactStored = contact;
    return now;
  }
}
