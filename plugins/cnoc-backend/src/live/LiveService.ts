import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { ConnectionTest } from '@cnoc/backstage-plugin-cnoc-common';
import { Knex } from 'knex';
import { FabricDefinition } from '../fabrics/FabricDefinition';
import { Fence } from '../fabrics/Fence';
import { AddressPolicy } from '../fabrics/network';
import { changedBy } from './changedBy';
import { ClusterClient } from './ClusterClient';
import { ClusterConnections } from './clusters/ClusterConnections';
import { ClusterRegistry, ClusterSecrets } from './clusters/ClusterRegistry';
import { ClusterWatch } from './ClusterWatch';
import { DatabaseLiveStore } from './DatabaseLiveStore';
import { FabricLive } from './FabricLive';
import { ClusterLimits } from './ClusterTransport';
import { LiveObject } from './LiveObject';
import { LiveConnection, LiveSnapshot } from './LiveSnapshot';
import { LiveStore } from './LiveStore';
import { defaultTimings, LiveTimings } from './LiveTimings';
import { ServedSchemas } from './ServedSchemas';
import { storedSnapshot } from './storedSnapshot';
import { SwitchHealth } from './switchHealth';
import { SwitchReports } from './switches/linksOf';
import { Wiring, wiringKinds } from './switches/Wiring';
import { agentKind } from './watchedKinds';

/** Something live changed. `kinds` is empty where only the connection did. */
export interface LiveChange {
  cluster: string;
  kinds: string[];
}

/** What the switches of a fabric say, and how they are cabled. */
export interface LiveReports extends SwitchReports {
  connection: LiveConnection;
  switches: readonly SwitchHealth[];
  wiring: Wiring;
}

interface Watched {
  watch: ClusterWatch;
  fabrics: Map<string, FabricLive>;
  /** False until what the tables know has been read. */
  ready: boolean;
}

/** What the clusters have: watches them where this replica holds the lease, and reads the tables elsewhere. */
export class LiveService {
  /** How the clusters are reached */
  readonly connections: ClusterConnections;
  readonly #store: LiveStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #timings: LiveTimings;
  readonly #watched = new Map<string, Watched>();
  readonly #listeners = new Set<(change: LiveChange) => void>();
  /** What the clusters say about the shape of resources */
  readonly schemas: ServedSchemas;

  private constructor(options: {
    connections: ClusterConnections;
    store: LiveStore;
    logger: LoggerService;
    now: () => Date;
    timings: LiveTimings;
  }) {
    this.connections = options.connections;
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#timings = options.timings;
    this.schemas = ServedSchemas.create({
      source: cluster => this.connections.client(cluster),
      now: options.now,
    });
    this.clusters.onChange(cluster => this.schemas.forget(cluster));
  }

  /** Reads `cnoc.clusters`; `timings` and `limits` are for tests. */
  static fromConfig(options: {
    config: Config;
    database: Knex;
    logger: LoggerService;
    policy: AddressPolicy;
    /** Absent = only what configuration holds can be used */
    secrets?: ClusterSecrets;
    now: () => Date;
    timings?: Partial<LiveTimings>;
    limits?: Partial<ClusterLimits>;
  }): LiveService {
    const { database, logger, now } = options;
    return new LiveService({
      connections: ClusterConnections.fromConfig({
        ...options,
        limits: options.limits ?? {},
      }),
      store: DatabaseLiveStore.create(database),
      logger,
      now,
      timings: { ...defaultTimings, ...options.timings },
    });
  }

  /** The connections that configuration and people define. */
  get clusters(): ClusterRegistry {
    return this.connections.registry;
  }

  /**
   * Watches a cluster for the fabrics in it, until stopped. For the holder of the lease; `fence` guards each write.
   *
   * @throws NotFoundError for an unknown cluster, ConflictError when it is watched here already
   */
  start(
    cluster: string,
    options: {
      fabrics: readonly FabricDefinition[];
      fence: Fence;
      /** Guards the writes of one fabric; default the fence for all */
      fenceOf?: (fabric: FabricDefinition) => Fence;
    },
  ): { stop(): Promise<void> } {
    if (this.#watched.has(cluster)) {
      throw new ConflictError(`Cluster ${cluster} is watched here already.`);
    }
    if (!this.clusters.known().some(({ name }) => name === cluster)) {
      throw new NotFoundError(
        `There is no cluster '${cluster}'; register it, or name one of cnoc.clusters.`,
      );
    }
    const namespaces = new Set(options.fabrics.map(each => each.namespace));
    const [only] = namespaces;
    const fabrics = new Map<string, FabricLive>();
    let switchesChanged = false;
    const watch = new ClusterWatch({
      client: this.connections
        .client(cluster)
        .inNamespace(namespaces.size === 1 ? only : undefined),
      prove: (facts, signal) => this.connections.prove(cluster, facts, signal),
      timings: this.#timings,
      now: this.#now,
      onChange: ({ kinds }) => {
        const told = new Set(switchesChanged ? [agentKind] : []);
        switchesChanged = false;
        fabrics.forEach(live =>
          live.changed(kinds).forEach(kind => told.add(kind)),
        );
        if (told.size > 0 || kinds.size === 0) {
          this.#tell({ cluster, kinds: [...told] });
        }
      },
    });
    for (const fabric of options.fabrics) {
      const live = new FabricLive({
        fabric,
        watch,
        store: this.#store,
        fence: options.fenceOf?.(fabric) ?? options.fence,
        timings: this.#timings,
        now: this.#now,
        logger: this.#logger,
      });
      fabrics.set(fabric.name, live);
    }
    const watched: Watched = { watch, fabrics, ready: false };
    this.#watched.set(cluster, watched);
    let stopped = false;
    const ticking = setInterval(() => {
      const changed = [...fabrics.values()].filter(live => live.tick());
      if (changed.length > 0) {
        switchesChanged = true;
        watch.note();
      }
    }, this.#timings.tickMs);
    ticking.unref();
    const starting = this.#load(cluster, fabrics).then(() => {
      watched.ready = true;
      if (!stopped) {
        watch.start();
      }
    });
    return {
      stop: async () => {
        if (stopped) {
          return;
        }
        stopped = true;
        clearInterval(ticking);
        await starting;
        await watch.stop();
        await Promise.all([...fabrics.values()].map(live => live.end()));
        this.#watched.delete(cluster);
      },
    };
  }

  /** Calls back when something live changed; changes within 50 ms are one, and so is a wave. @returns ends the subscription */
  onChange(listener: (change: LiveChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async snapshot(fabric: FabricDefinition): Promise<LiveSnapshot> {
    const here = this.#here(fabric);
    if (here) {
      return here.snapshot();
    }
    const [objects, stored] = await Promise.all([
      this.#store.objects(fabric.name),
      this.#store.connection(fabric.name),
    ]);
    return storedSnapshot(
      objects,
      stored,
      this.#now(),
      3 * this.#timings.contactMs,
    );
  }

  /** What the fabric's switches report and how they are cabled, at whichever replica; one that does not watch asks the tables. */
  async reports(fabric: FabricDefinition): Promise<LiveReports> {
    const here = this.#here(fabric);
    if (here) {
      return { ...here.reports(), wiring: here.wiring() };
    }
    const [objects, stored, details] = await Promise.all([
      this.#store.objects(fabric.name, wiringKinds),
      this.#store.connection(fabric.name),
      this.#store.agents(fabric.name),
    ]);
    const { connection, switches } = storedSnapshot(
      [],
      stored,
      this.#now(),
      3 * this.#timings.contactMs,
    );
    return { connection, switches, details, wiring: Wiring.of(objects) };
  }

  async get(
    fabric: FabricDefinition,
    kind: string,
    name: string,
  ): Promise<LiveObject | undefined> {
    const here = this.#here(fabric);
    return here
      ? here.get(kind, name)
      : this.#store.get(fabric.name, kind, name);
  }

  /** The cluster's API in one namespace (default: the cluster's own). That there is none shows with the first request. */
  client(cluster: string, namespace?: string): ClusterClient {
    const client = this.connections.client(cluster);
    return namespace === undefined ? client : client.inNamespace(namespace);
  }

  /**
   * How a cluster's connection stands, as the replica that watches it sees it.
   *
   * @param fabrics - those in the cluster: without any nobody watches
   */
  async health(
    cluster: string,
    fabrics: readonly FabricDefinition[],
  ): Promise<LiveConnection | undefined> {
    const watched = this.#watched.get(cluster);
    if (watched?.ready) {
      return watched.watch.connection;
    }
    const stored = await Promise.all(
      fabrics.map(({ name }) => this.#store.connection(name)),
    );
    const contactOf = (one: (typeof stored)[number]) =>
      one?.contactAt?.getTime() ?? 0;
    const [newest] = stored
      .filter(one => one !== undefined)
      .sort((one, other) => contactOf(other) - contactOf(one));
    return (
      newest &&
      storedSnapshot([], newest, this.#now(), 3 * this.#timings.contactMs)
        .connection
    );
  }

  /**
   * Asks the fabric's cluster for all that CNOC needs; what the cluster refuses is in the answer.
   *
   * @throws NotFoundError when there is no such cluster any more
   */
  async test(
    fabric: FabricDefinition,
    signal?: AbortSignal,
  ): Promise<ConnectionTest> {
    const { cluster, namespace } = fabric;
    return this.connections.test(cluster, { namespace, signal });
  }

  /** Who set a field of a live object last, and when (ISO 8601); undefined when nobody holds it. */
  changedBy(
    object: LiveObject,
    path: string,
  ): { manager: string; at?: string } | undefined {
    return changedBy(object, path);
  }

  /** Closes all connections; for the end of the process, after every watch was stopped. */
  async close(): Promise<void> {
    await this.schemas.close();
    await this.connections.close();
  }

  async #load(
    cluster: string,
    fabrics: ReadonlyMap<string, FabricLive>,
  ): Promise<void> {
    try {
      await Promise.all([...fabrics.values()].map(live => live.load()));
    } catch (error) {
      // Without the old rows the first list writes all anew; rows of vanished objects go with the next start.
      this.#logger.warn(
        `Cluster ${cluster}: stored live state could not be read`,
        { reason: error instanceof Error ? error.name : 'unknown' },
      );
    }
  }

  #here(fabric: FabricDefinition): FabricLive | undefined {
    const watched = this.#watched.get(fabric.cluster);
    return watched?.ready ? watched.fabrics.get(fabric.name) : undefined;
  }

  #tell(change: LiveChange): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        this.#logger.error('A listener for live changes failed', {
          reason: error instanceof Error ? error.name : 'unknown',
        });
      }
    }
  }
}
