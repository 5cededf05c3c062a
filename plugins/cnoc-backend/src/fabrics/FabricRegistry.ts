import { createHash } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  FabricInput,
  FabricPatch,
} from '@cnoc/backstage-plugin-cnoc-common';
import { checkDefinition } from './checkDefinition';
import { assertEtag, changedMeanwhile, newEtag } from './etag';
import { isSamePlace, type FabricDefinition } from './FabricDefinition';
import { fabricPath } from './fabricPath';
import type { FabricRecord, FabricStore, OnceOnly } from './FabricStore';
import { scopesCollide } from './scopesCollide';

const MOST = 500;
/** How soon this replica follows what was registered at another one */
const POLL_MS = 2_000;

/** What a change was, for audit and timeline. */
export interface FabricChange {
  definition: FabricDefinition;
  before?: FabricDefinition;
  /** The fabric begins anew at another place in git or cluster */
  moved: boolean;
  /** False for the answer to a request that was answered before */
  isNew: boolean;
}

/**
 * The fabrics that configuration and people define. Where both use a name, configuration counts. What the table says is
 * true for every replica; each looks at it every two seconds.
 */
export class FabricRegistry {
  readonly #configured: readonly FabricDefinition[];
  readonly #store: FabricStore;
  readonly #places: FabricPlaces;
  readonly #now: () => Date;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<Listener>();
  #known: readonly FabricDefinition[] = [];
  #knownText = '';
  #reading: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  private constructor(options: FabricRegistryOptions) {
    this.#configured = options.configured;
    this.#store = options.store;
    this.#places = options.places;
    this.#now = options.now;
    this.#onError = options.onError ?? (() => {});
  }

  static create(options: FabricRegistryOptions): FabricRegistry {
    return new FabricRegistry(options);
  }

  /** Writes what configuration says and follows what others write. */
  async start(): Promise<void> {
    await this.#store.define([...this.#configured]);
    await this.definitions();
    this.#timer = setInterval(() => {
      this.definitions().catch(this.#onError);
    }, POLL_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#listeners.clear();
    await this.#reading;
  }

  /** As last read; for what cannot wait. */
  known(): readonly FabricDefinition[] {
    return this.#known;
  }

  /** As the database has them at this moment, sorted by name; whoever listens hears of what is new. */
  async definitions(): Promise<readonly FabricDefinition[]> {
    const reading = this.#reading.then(() => this.#read());
    this.#reading = reading.catch(() => {});
    return reading;
  }

  /** Calls back when a fabric was registered, changed or forgotten, at whatever replica. @returns ends that */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * @throws InputError for what it cannot be, ConflictError when the name is taken or another fabric in the same namespace
   * would be disturbed
   */
  async create(
    input: FabricInput,
    options: { createdBy?: string; idempotencyKey?: string } = {},
  ): Promise<FabricChange> {
    const { name } = input;
    const once = onceOf(options.idempotencyKey, input);
    const earlier = await this.#earlier(name, once);
    if (earlier) return repeated(earlier);
    const definition = await this.#definitionOf(input);
    const others = await this.definitions();
    if (others.length >= MOST) {
      throw new ConflictError(
        `There are ${MOST} fabrics already; forget those that are not needed`,
      );
    }
    await this.#refuseCollision(definition, others);
    const registered = await this.#store.register(definition, {
      at: this.#now(),
      by: options.createdBy,
      etag: newEtag(),
      once,
    });
    if (!registered) {
      const winner = await this.#earlier(name, once);
      if (!winner) throw taken(name);
      return repeated(winner);
    }
    await this.definitions();
    return { definition, moved: false, isNew: true };
  }

  /**
   * Changes what is given; what is left out stays.
   *
   * @throws NotFoundError, ConflictError for one from configuration or while it deploys, PreconditionFailedError, InputError
   */
  async update(
    name: string,
    patch: FabricPatch,
    options: { ifMatch?: string } = {},
  ): Promise<FabricChange> {
    const { definition: before, etag } = await this.#registered(name);
    assertEtag(etag, options.ifMatch);
    const definition = await this.#definitionOf(
      { ...before, ...patch, name },
      before,
    );
    const others = await this.definitions();
    await this.#refuseCollision(
      definition,
      others.filter(one => one.name !== name),
    );
    const replaced = await this.#store.replace(definition, {
      at: this.#now(),
      before: etag,
      etag: newEtag(),
    });
    if (!replaced) throw changedMeanwhile();
    await this.definitions();
    const moved = !isSamePlace(before, definition);
    return { definition, before, moved, isNew: false };
  }

  /**
   * Forgets a fabric with all that is kept of it. Nothing in git or in the cluster is touched.
   *
   * @throws NotFoundError, ConflictError for one from configuration or while it deploys, PreconditionFailedError
   */
  async remove(
    name: string,
    options: { ifMatch?: string } = {},
  ): Promise<FabricRecord> {
    const record = await this.#registered(name);
    assertEtag(record.etag, options.ifMatch);
    if (!(await this.#store.remove(name, record.etag))) {
      throw changedMeanwhile();
    }
    await this.definitions();
    return record;
  }

  async #read(): Promise<readonly FabricDefinition[]> {
    const definitions = await this.#store.definitions();
    const text = JSON.stringify(definitions);
    if (text !== this.#knownText) {
      this.#known = definitions;
      this.#knownText = text;
      for (const listener of this.#listeners) listener(definitions);
    }
    return this.#known;
  }

  async #registered(name: string): Promise<FabricRecord & { etag: string }> {
    const record = await this.#store.get(name);
    if (!record) throw new NotFoundError(`No fabric '${name}'`);
    if (record.origin !== 'api' || record.etag === undefined) {
      throw new ConflictError(
        `Fabric '${name}' comes from configuration; change it in cnoc.fabrics`,
      );
    }
    return { ...record, etag: record.etag };
  }

  /** @throws ConflictError when the name is taken by another request */
  async #earlier(
    name: string,
    once: OnceOnly | undefined,
  ): Promise<FabricRecord | undefined> {
    const holder = await this.#store.holderOf(name);
    if (!holder) return undefined;
    const record = await this.#store.get(name);
    if (!record) throw keptHidden(name);
    if (!once || holder.once?.key !== once.key) throw taken(name);
    if (holder.once.digest !== once.digest) {
      throw new ConflictError(
        'The Idempotency-Key was used for another request; use a new one',
      );
    }
    return record;
  }

  /** What a request asks for, checked. Only places that are new are asked for. */
  async #definitionOf(
    input: FabricInput,
    before?: FabricDefinition,
  ): Promise<FabricDefinition> {
    const { repository, cluster } = input;
    if (
      repository !== before?.repository &&
      !(await this.#places.hasRepository(repository))
    ) {
      throw new InputError(
        `repository: there is no repository '${repository}'; register it first`,
      );
    }
    const found =
      cluster === before?.cluster && input.namespace
        ? { namespace: input.namespace }
        : await this.#places.cluster(cluster);
    if (!found) {
      throw new InputError(
        `cluster: there is no cluster '${cluster}'; register it first`,
      );
    }
    const definition: FabricDefinition = {
      name: input.name,
      title: input.title || undefined,
      description: input.description || undefined,
      environment: input.environment || undefined,
      owner: input.owner || undefined,
      repository,
      path: fabricPath(input.path ?? ''),
      cluster,
      namespace: input.namespace || found.namespace,
      scope: input.scope,
    };
    checkDefinition(definition);
    return definition;
  }

  /** Two connections may lead to one cluster: what counts is the cluster, as far as it was ever seen. */
  async #refuseCollision(
    definition: FabricDefinition,
    others: readonly FabricDefinition[],
  ): Promise<void> {
    const { cluster, namespace } = definition;
    const clusters = [...new Set(others.map(other => other.cluster))];
    const same = new Set([cluster]);
    for (const other of clusters) {
      if (await this.#places.isSameCluster(cluster, other)) same.add(other);
    }
    const collides = others
      .filter(other => same.has(other.cluster))
      .some(other => scopesCollide(definition, { ...other, cluster }));
    // Without its name: the caller may not be allowed to see it
    if (collides) {
      throw new ConflictError(
        `Another fabric is in namespace '${namespace}' of cluster '${cluster}' already, and the one would call objects of the other orphaned; choose another namespace, or give both a scope with other kinds, other labels or none`,
      );
    }
  }
}

function repeated({ definition }: FabricRecord): FabricChange {
  return { definition, moved: false, isNew: false };
}

function onceOf(
  key: string | undefined,
  input: FabricInput,
): OnceOnly | undefined {
  if (!key) return undefined;
  const text = JSON.stringify(Object.entries(input).sort(byKey));
  return {
    key,
    digest: createHash('sha256').update(text).digest('base64url'),
  };
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function taken(name: string): ConflictError {
  return new ConflictError(
    `There is a fabric '${name}' already; choose another name`,
  );
}

function keptHidden(name: string): ConflictError {
  return new ConflictError(
    `The name '${name}' belongs to a fabric that left the configuration and whose history is kept; choose another name, or put that one back into cnoc.fabrics`,
  );
}

type Listener = (definitions: readonly FabricDefinition[]) => void;

/** What other rooms know of the places that a fabric may be at. */
export interface FabricPlaces {
  hasRepository(name: string): Promise<boolean>;
  /** @returns the namespace that its fabrics are in by default; undefined when there is no such cluster */
  cluster(name: string): Promise<{ namespace: string } | undefined>;
  /** Whether two connections lead to one cluster; false while that is not known */
  isSameCluster(one: string, other: string): Promise<boolean>;
}

export interface FabricRegistryOptions {
  /** Of `cnoc.fabrics` */
  configured: readonly FabricDefinition[];
  store: FabricStore;
  places: FabricPlaces;
  now: () => Date;
  /** The table could not be read; it is tried again */
  onError?: (error: unknown) => void;
}
