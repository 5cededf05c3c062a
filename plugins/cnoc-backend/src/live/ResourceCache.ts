import { KubernetesObject } from '@cnoc/hedgehog';
import { isOlder } from './resourceVersion';

interface Entry<T> {
  uid: string;
  resourceVersion: string;
  namespace: string;
  value: T;
}

/** What a list says of one object. */
export interface Listed<T> {
  key: string;
  uid: string;
  resourceVersion: string;
  namespace: string;
  /** Absent where that version is known: a list of a large cluster is mostly that, and is not kept twice. */
  kept?: { value: T };
}

/** Deleted objects that are remembered, so that a late event cannot bring them back. */
const maxTombstones = 1_000;

function keyOf(object: KubernetesObject): string {
  return `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}

function uidOf(object: KubernetesObject): string {
  return String(object.metadata.uid ?? '');
}

function versionOf(object: KubernetesObject): string {
  return String(object.metadata.resourceVersion ?? '');
}

/**
 * The objects of one kind as the newest known event left them. Duplicate, late and older events change nothing (K8).
 *
 * `convert` makes what is kept of an object; `before` is what was kept of it until now.
 */
export class ResourceCache<T> {
  readonly #convert: (object: KubernetesObject, before?: T) => T;
  readonly #entries = new Map<string, Entry<T>>();
  /** uid → version at which the object went. */
  readonly #tombstones = new Map<string, string>();

  #revision = 0;

  constructor(convert: (object: KubernetesObject, before?: T) => T) {
    this.#convert = convert;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Grows with each change. */
  get revision(): number {
    return this.#revision;
  }

  get(namespace: string, name: string): T | undefined {
    return this.#entries.get(`${namespace}/${name}`)?.value;
  }

  values(namespace?: string): T[] {
    const values: T[] = [];
    for (const entry of this.#entries.values()) {
      if (namespace === undefined || entry.namespace === namespace) {
        values.push(entry.value);
      }
    }
    return values;
  }

  /** Makes of an object of a list what {@link replace} and {@link repair} take, so that the object itself can go. */
  listed(object: KubernetesObject): Listed<T> {
    const key = keyOf(object);
    const uid = uidOf(object);
    const resourceVersion = versionOf(object);
    const known = this.#entries.get(key);
    const namespace = object.metadata.namespace ?? '';
    const place = { key, uid, resourceVersion, namespace };
    return known?.uid === uid && known.resourceVersion === resourceVersion
      ? place
      : { ...place, kept: { value: this.#valueOf(object) } };
  }

  /** @returns whether anything changed */
  upsert(object: KubernetesObject): boolean {
    return this.#take(
      keyOf(object),
      uidOf(object),
      versionOf(object),
      object.metadata.namespace ?? '',
      () => this.#valueOf(object),
    );
  }

  #valueOf(object: KubernetesObject): T {
    const known = this.#entries.get(keyOf(object));
    return this.#convert(
      object,
      known?.uid === uidOf(object) ? known.value : undefined,
    );
  }

  #take(
    key: string,
    uid: string,
    version: string,
    namespace: string,
    value: () => T,
  ): boolean {
    const gone = this.#tombstones.get(uid);
    if (gone !== undefined && !isOlder(gone, version)) {
      return false;
    }
    const before = this.#entries.get(key);
    if (
      before &&
      (before.resourceVersion === version ||
        isOlder(version, before.resourceVersion))
    ) {
      return false;
    }
    this.#revision += 1;
    this.#entries.set(key, {
      uid,
      resourceVersion: version,
      namespace,
      value: value(),
    });
    return true;
  }

  /** @returns whether anything changed */
  remove(object: KubernetesObject): boolean {
    const key = keyOf(object);
    const uid = uidOf(object);
    this.#bury(uid, versionOf(object));
    const before = this.#entries.get(key);
    // A late DELETED of an object's predecessor must not take its successor along.
    if (
      !before ||
      before.uid !== uid ||
      isOlder(versionOf(object), before.resourceVersion)
    ) {
      return false;
    }
    this.#revision += 1;
    return this.#entries.delete(key);
  }

  /** What is known of each object, by namespace and name: to be kept while a list is read, for {@link repair}. */
  versions(): ReadonlyMap<string, string> {
    return new Map(
      [...this.#entries].map(([key, entry]) => [key, entry.resourceVersion]),
    );
  }

  /**
   * Takes over from a complete list what no watch has told. An object that has moved since `before` was told, whichever of
   * list and watch was first; one that has not, and that the list shows otherwise, was missed. Call it after such events as
   * were on their way had time to arrive.
   *
   * @param before - what was known when the list began
   * @returns how many objects were missed
   */
  repair(
    listed: readonly Listed<T>[],
    before: ReadonlyMap<string, string>,
  ): number {
    let missed = 0;
    const present = new Set<string>();
    for (const { key, uid, resourceVersion, namespace, kept } of listed) {
      present.add(key);
      const known = this.#entries.get(key)?.resourceVersion;
      if (!kept || known !== before.get(key) || known === resourceVersion) {
        continue;
      }
      if (this.#take(key, uid, resourceVersion, namespace, () => kept.value)) {
        missed += 1;
      }
    }
    for (const [key, version] of before) {
      const entry = this.#entries.get(key);
      if (entry && entry.resourceVersion === version && !present.has(key)) {
        this.#entries.delete(key);
        this.#bury(entry.uid, entry.resourceVersion);
        this.#revision += 1;
        missed += 1;
      }
    }
    return missed;
  }

  /**
   * Makes the cache equal to a complete list.
   *
   * @returns whether anything changed
   */
  replace(listed: readonly Listed<T>[]): boolean {
    const before = new Map(this.#entries);
    let changed = false;
    const present = new Set<string>();
    for (const { key, uid, resourceVersion, namespace, kept } of listed) {
      present.add(key);
      if (kept) {
        // The list is the truth, also where a restored backup has turned versions back.
        this.#revision += 1;
        this.#tombstones.delete(uid);
        this.#entries.set(key, {
          uid,
          resourceVersion,
          namespace,
          value: kept.value,
        });
        changed = true;
      }
    }
    for (const [key, entry] of before) {
      if (!present.has(key)) {
        this.#entries.delete(key);
        this.#bury(entry.uid, entry.resourceVersion);
        this.#revision += 1;
        changed = true;
      }
    }
    return changed;
  }

  #bury(uid: string, version: string): void {
    this.#tombstones.delete(uid);
    this.#tombstones.set(uid, version);
    if (this.#tombstones.size > maxTombstones) {
      this.#tombstones.delete(this.#tombstones.keys().next().value!);
    }
  }
}
