import type { KubernetesObject } from '@cnoc/hedgehog';
import type { ResourceType } from './ResourceType';

export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** The object after the event; for DELETED its last state under the new resourceVersion. */
  object: KubernetesObject;
  /** The object before the event; absent for ADDED. */
  previous?: KubernetesObject;
  plural: string;
  revision: number;
}

export interface StoreState {
  revision: number;
  objects: { plural: string; object: KubernetesObject }[];
}

const MAX_HISTORY = 20_000;

/** A stored object never changes: a write puts a new one in its place. */
export class ObjectStore {
  readonly #objects = new Map<string, Map<string, KubernetesObject>>();
  readonly #listeners = new Set<(event: StoreEvent) => void>();
  readonly #maxHistory: number;
  #history: StoreEvent[] = [];
  #revision: number;
  /** Watches may start at this revision or later. */
  #oldest: number;

  constructor(state?: StoreState, maxHistory = MAX_HISTORY) {
    this.#maxHistory = maxHistory;
    this.#revision = state?.revision ?? 1000;
    this.#oldest = this.#revision;
    for (const { plural, object } of state?.objects ?? []) {
      this.#table(plural).set(keyOf(object), object);
    }
  }

  get revision(): number {
    return this.#revision;
  }

  get oldestRevision(): number {
    return this.#oldest;
  }

  get(
    type: Pick<ResourceType, 'plural'>,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject | undefined {
    return this.#table(type.plural).get(`${namespace ?? ''}/${name}`);
  }

  /** All objects of a type, in the order of namespace and name, as a list that later writes do not touch. */
  list(
    type: Pick<ResourceType, 'plural'>,
    namespace?: string,
  ): KubernetesObject[] {
    const entries = [...this.#table(type.plural)];
    return entries
      .filter(
        ([, object]) => !namespace || object.metadata.namespace === namespace,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, object]) => object);
  }

  values(type: Pick<ResourceType, 'plural'>): Iterable<KubernetesObject> {
    return this.#table(type.plural).values();
  }

  count(type: Pick<ResourceType, 'plural'>): number {
    return this.#table(type.plural).size;
  }

  put(
    type: Pick<ResourceType, 'plural'>,
    object: KubernetesObject,
  ): KubernetesObject {
    const table = this.#table(type.plural);
    const previous = table.get(keyOf(object));
    const stored = this.#stamp(object);
    table.set(keyOf(stored), stored);
    this.#publish({
      type: previous ? 'MODIFIED' : 'ADDED',
      plural: type.plural,
      object: stored,
      previous,
    });
    return stored;
  }

  remove(
    type: Pick<ResourceType, 'plural'>,
    object: KubernetesObject,
  ): KubernetesObject {
    const table = this.#table(type.plural);
    const previous = table.get(keyOf(object));
    table.delete(keyOf(object));
    const last = this.#stamp(object);
    this.#publish({
      type: 'DELETED',
      plural: type.plural,
      object: last,
      previous,
    });
    return last;
  }

  /** Events of a type after a revision, oldest first; undefined when that history is gone. */
  since(
    type: Pick<ResourceType, 'plural'>,
    revision: number,
  ): StoreEvent[] | undefined {
    if (revision < this.#oldest) {
      return undefined;
    }
    return this.#history.filter(
      event => event.revision > revision && event.plural === type.plural,
    );
  }

  /** Called inside the write, after the object is stored. */
  subscribe(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Forgets the history, as etcd's compaction does. */
  compact(): void {
    this.#history = [];
    // one more, so that a watch from the very last revision is refused too
    this.#revision += 1;
    this.#oldest = this.#revision;
  }

  state(): StoreState {
    return {
      revision: this.#revision,
      objects: [...this.#objects].flatMap(([plural, table]) =>
        [...table.values()].map(object => ({ plural, object })),
      ),
    };
  }

  #table(plural: string): Map<string, KubernetesObject> {
    let table = this.#objects.get(plural);
    if (!table) {
      table = new Map();
      this.#objects.set(plural, table);
    }
    return table;
  }

  #stamp(object: KubernetesObject): KubernetesObject {
    this.#revision += 1;
    return {
      ...object,
      metadata: {
        ...object.metadata,
        resourceVersion: String(this.#revision),
      },
    };
  }

  #publish(change: Omit<StoreEvent, 'revision'>): void {
    const event = { ...change, revision: this.#revision };
    this.#history.push(event);
    if (this.#history.length > this.#maxHistory) {
      const dropped = this.#history.splice(0, Math.ceil(this.#maxHistory / 10));
      this.#oldest = dropped[dropped.length - 1].revision;
    }
    for (const listener of [...this.#listeners]) {
      listener(event);
    }
  }
}

function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
