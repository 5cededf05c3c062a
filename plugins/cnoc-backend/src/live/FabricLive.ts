import { isDeepStrictEqual } from 'node:util';
import { LoggerService } from '@backstage/backend-plugin-api';
import { FabricDefinition } from '../fabrics/FabricDefinition';
import { Fence } from '../fabrics/Fence';
import { ClusterWatch } from './ClusterWatch';
import { LiveObject } from './LiveObject';
import { LiveConnection, LiveSnapshot, UnknownKind } from './LiveSnapshot';
import { LiveChanges, LiveStore, StoredConnection } from './LiveStore';
import { LiveTimings } from './LiveTimings';
import { switchHealth } from './switchHealth';
import { AgentDetail } from './switches/AgentDetail';
import { SwitchStates } from './switches/SwitchStates';
import { SwitchReports } from './switches/linksOf';
import { Wiring, wiringKinds } from './switches/Wiring';
import { agentKind, watchedKinds } from './watchedKinds';

const retryMs = 5_000;
/** Rows in one transaction: short enough that others are not kept waiting. */
const maxBatch = 2_000;

function isSame(a: LiveObject, b: LiveObject): boolean {
  // The hash too: a new release may read the same object into another canonical form.
  return (
    a.uid === b.uid &&
    a.resourceVersion === b.resourceVersion &&
    a.hash === b.hash
  );
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
  /** What the tables hold, by kind and name: the watch's own objects as far as they are equal, which costs no memory. */
  readonly #stored = new Map<string, Map<string, LiveObject>>();
  /** Rows of kinds that were not listed yet since the start: old, and better than nothing. */
  #old = new Map<string, LiveObject[]>();
  readonly #states = new SwitchStates();
  /** Details the tables hold; the same objects as the watch's while nothing changed. */
  #storedAgents = new Map<string, AgentDetail>();
  #wiring: { revision: string; wiring: Wiring } | undefined;
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
    this.#states.restore(this.#before?.switchStates ?? {});
    this.#storedAgents = await this.#store.agents(this.fabric.name);
    for (const live of await this.#store.objects(this.fabric.name)) {
      this.#storedOf(live.kind).set(live.name, live);
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

  /** Who is cabled to whom, as far as the cluster says. */
  wiring(): Wiring {
    const revision = wiringKinds
      .map(kind =>
        this.#watch.isListed(kind) ? this.#watch.revisionOf(kind) : 'old',
      )
      .join();
    if (this.#wiring?.revision !== revision) {
      const objects = wiringKinds.flatMap(kind => this.#objectsOf(kind));
      this.#wiring = { revision, wiring: Wiring.of(objects) };
    }
    return this.#wiring.wiring;
  }

  /** How the switches are, and what they last reported. */
  reports(): StoredConnection & SwitchReports {
    const agents = this.#watch.isListed(agentKind)
      ? this.#details()
      : this.#storedAgents;
    return { ...this.#connection(), details: agents };
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
    const { state, since, message, replaced } = this.#watch.connection;
    const contactAt = this.#watch.contactAt ?? this.#before?.contactAt;
    const fullCheck = this.#watch.fullCheck ?? this.#before?.fullCheck;
    const connection: LiveConnection = {
      state,
      since,
      ...((state === 'disconnected' || state === 'unknown') &&
        contactAt && { staleSince: contactAt }),
      ...(message && { message }),
      ...(replaced && { replaced }),
    };
    return {
      connection,
      unknownKinds: [...this.#watch.unknownKinds, ...this.#unlistedKinds()],
      complete: this.#watch.complete,
      switches: this.#states.mark(
        switchHealth(
          this.#objectsOf('Switch'),
          this.#watch.agents(this.fabric.namespace),
          {
            now: now.getTime(),
            known: this.#watch.agentsKnown,
            wiring: this.wiring(),
          },
        ),
        now,
      ),
      switchStates: this.#states.known(),
      ...(fullCheck && { fullCheck }),
      ...(contactAt && { contactAt }),
    };
  }

  /** Nothing is known yet of what no list has told, and no earlier run: it is not missing. */
  #unlistedKinds(): UnknownKind[] {
    if (this.#before?.complete || this.#watch.complete) {
      return [];
    }
    const { since } = this.#watch.connection;
    return watchedKinds
      .filter(({ kind }) => this.#watch.isStarting(kind))
      .map(({ kind }) => ({
        kind,
        since,
        reason: 'unreadable',
        message: 'The kind has not been listed yet.',
      }));
  }

  #storedOf(kind: string): Map<string, LiveObject> {
    const known = this.#stored.get(kind);
    if (known) {
      return known;
    }
    const empty = new Map<string, LiveObject>();
    this.#stored.set(kind, empty);
    return empty;
  }

  #details(): Map<string, AgentDetail> {
    const details = new Map<string, AgentDetail>();
    for (const { name, detail } of this.#watch
      .agents(this.fabric.namespace)
      .values()) {
      details.set(name, detail);
    }
    return details;
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
        this.#storedOf(live.kind).set(live.name, live),
      );
      changes.removals.forEach(({ kind, name }) =>
        this.#storedOf(kind).delete(name),
      );
      changes.agents?.upserts.forEach(({ name, detail }) =>
        this.#storedAgents.set(name, detail),
      );
      changes.agents?.removals.forEach(name => this.#storedAgents.delete(name));
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
      const stored = this.#storedOf(kind);
      for (const live of this.#watch.objects(kind, this.fabric.namespace)) {
        present.add(live.name);
        const before = stored.get(live.name);
        if (before === live) {
          continue;
        }
        if (before && isSame(before, live)) {
          stored.set(live.name, live);
        } else if (!full()) {
          upserts.push(live);
        }
      }
      for (const name of stored.keys()) {
        if (!present.has(name) && !full()) {
          removals.push({ kind, name });
        }
      }
    }
    const connection = this.#changedConnection();
    const agents = this.#changedAgents();
    return upserts.length + removals.length > 0 || connection || agents
      ? {
          upserts,
          removals,
          ...(connection && { connection }),
          ...(agents && { agents }),
        }
      : undefined;
  }

  #changedAgents(): LiveChanges['agents'] {
    if (!this.#watch.isListed(agentKind)) {
      return undefined;
    }
    const details = this.#details();
    const upserts: { name: string; detail: AgentDetail }[] = [];
    for (const [name, detail] of details) {
      const stored = this.#storedAgents.get(name);
      if (stored !== detail) {
        // After a restart the tables hold equal ones, and they become the same.
        if (isDeepStrictEqual(stored, detail)) {
          this.#storedAgents.set(name, detail);
        } else {
          upserts.push({ name, detail });
        }
      }
    }
    const removals = [...this.#storedAgents.keys()].filter(
      name => !details.has(name),
    );
    return upserts.length + removals.length > 0
      ? { upserts, removals }
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
