import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { FabricDefinition } from '../fabrics/FabricDefinition';
import { Fence } from '../fabrics/Fence';
import { AddressPolicy } from '../fabrics/network';
import { changedBy } from './changedBy';
import { ClusterClient } from './ClusterClient';
import { ClusterDefinition, readClusterDefinitions } from './ClusterDefinition';
import { ClusterWatch } from './ClusterWatch';
import { DatabaseLiveStore } from './DatabaseLiveStore';
import { FabricLive } from './FabricLive';
import { ClusterLimits } from './ClusterTransport';
import { HttpClusterClient } from './HttpClusterClient';
import { LiveObject } from './LiveObject';
import { LiveSnapshot } from './LiveSnapshot';
import { LiveStore } from './LiveStore';
import { defaultTimings, LiveTimings } from './LiveTimings';
import { ServedSchemas } from './ServedSchemas';
import { storedSnapshot } from './storedSnapshot';
import { ConnectionTest, testConnection } from './testConnection';
import { agentKind } from './watchedKinds';

/** Something live changed. `kinds` is empty where only the connection did. */
export interface LiveChange {
  cluster: string;
  kinds: string[];
}

interface Watched {
  watch: ClusterWatch;
  fabrics: Map<string, FabricLive>;
  /** False until what the tables know has been read. */
  ready: boolean;
}

/** What the clusters have: watches them where this replica holds the lease, and reads the tables elsewhere. */
export class LiveService {
  readonly #definitions: ReadonlyMap<string, ClusterDefinition>;
  readonly #policy: AddressPolicy;
  readonly #store: LiveStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #timings: LiveTimings;
  readonly #limits: Partial<ClusterLimits>;
  readonly #clients = new Map<string, HttpClusterClient>();
  readonly #watched = new Map<string, Watched>();
  readonly #listeners = new Set<(change: LiveChange) => void>();
  /** What the clusters say about the shape of resources */
  readonly schemas: ServedSchemas;

  private constructor(options: {
    definitions: readonly ClusterDefinition[];
    policy: AddressPolicy;
    store: LiveStore;
    logger: LoggerService;
    now: () => Date;
    timings: LiveTimings;
    limits: Partial<ClusterLimits>;
  }) {
    this.#definitions = new Map(
      options.definitions.map(definition => [definition.name, definition]),
    );
    this.#policy = options.policy;
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#timings = options.timings;
    this.#limits = options.limits;
    this.schemas = ServedSchemas.create({
      source: cluster => this.#http(cluster),
      now: options.now,
    });
  }

  /** Reads `cnoc.clusters`; `timings` and `limits` are for tests. */
  static fromConfig(options: {
    config: Config;
    database: Knex;
    logger: LoggerService;
    policy: AddressPolicy;
    now: () => Date;
    timings?: Partial<LiveTimings>;
    limits?: Partial<ClusterLimits>;
  }): LiveService {
    const { config, database, logger, policy, now } = options;
    return new LiveService({
      definitions: readClusterDefinitions(config, policy),
      policy,
      store: DatabaseLiveStore.create(database),
      logger,
      now,
      timings: { ...defaultTimings, ...options.timings },
      limits: options.limits ?? {},
    });
  }

  /** Names of the configured clusters. */
  clusters(): string[] {
    return [...this.#definitions.keys()];
  }

  /**
   * Watches a cluster for the fabrics in it, until stopped. For the holder of the lease; `fence` guards each write.
   *
   * @throws NotFoundError for an unknown cluster, ConflictError when it is watched here already
   */
  start(
    cluster: string,
    options: { fabrics: readonly FabricDefinition[]; fence: Fence },
  ): { stop(): Promise<void> } {
    if (this.#watched.has(cluster)) {
      throw new ConflictError(`Cluster ${cluster} is watched here already.`);
    }
    const namespaces = new Set(options.fabrics.map(each => each.namespace));
    const [only] = namespaces;
    const fabrics = new Map<string, FabricLive>();
    const watch = new ClusterWatch({
      client: this.#http(cluster).inNamespace(
        namespaces.size === 1 ? only : undefined,
      ),
      timings: this.#timings,
      now: this.#now,
      onChange: ({ kinds }) => {
        const told = new Set<string>();
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
        fence: options.fence,
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
        this.#tell({ cluster, kinds: [agentKind] });
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

  /** Calls back when something live changed; changes within 50 ms are one. @returns ends the subscription */
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

  /**
   * The cluster's API in one namespace (default: the cluster's configured one).
   *
   * @throws NotFoundError for an unknown cluster
   */
  client(cluster: string, namespace?: string): ClusterClient {
    const client = this.#http(cluster);
    return namespace === undefined ? client : client.inNamespace(namespace);
  }

  /** Asks the fabric's cluster for all that CNOC needs; what the cluster refuses is in the answer. */
  async test(
    fabric: FabricDefinition,
    signal?: AbortSignal,
  ): Promise<ConnectionTest> {
    return testConnection(
      this.#http(fabric.cluster).inNamespace(fabric.namespace),
      fabric.namespace,
      signal,
    );
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
    const clients = [...this.#clients.values()];
    this.#clients.clear();
    await Promise.all(clients.map(client => client.close()));
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

  #http(cluster: string): HttpClusterClient {
    const known = this.#clients.get(cluster);
    if (known) {
      return known;
    }
    const definition = this.#definitions.get(cluster);
    if (!definition) {
      throw new NotFoundError(
        `There is no cluster '${cluster}' in the configuration.`,
      );
    }
    const client = HttpClusterClient.create({
      definition,
      policy: this.#policy,
      limits: this.#limits,
    });
    this.#clients.set(cluster, client);
    return client;
  }
}
