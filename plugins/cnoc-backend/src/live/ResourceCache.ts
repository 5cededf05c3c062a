import { setImmediate as nextTurn } from 'node:timers/promises';
import { KubernetesObject } from '@cnoc/hedgehog';
import { isOlder } from './resourceVersion';

interface Entry<T> {
  uid: string;
  resourceVersion: string;
  namespace: string;
  value: T;
}

/** Deleted objects that are remembered, so that a late event cannot bring them back. */
const maxTombstones = 1_000;
const objectsPerTurn = 100;

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

  constructor(convert: (object: KubernetesObject, before?: T) => T) {
    this.#convert = convert;
  }

  get size(): number {
    return this.#entries.size;
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

  /** @returns whether anything changed */
  upsert(object: KubernetesObject): boolean {
    const key = keyOf(object);
    const uid = uidOf(object);
    const version = versionOf(object);
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
    this.#entries.set(key, {
      uid,
      resourceVersion: version,
      namespace: object.metadata.namespace ?? '',
      value: this.#convert(
        object,
        before?.uid === uid ? before.value : undefined,
      ),
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
    return this.#entries.delete(key);
  }

  /**
   * Makes the cache equal to a complete list.
   *
   * @returns whether anything changed
   */
  async replace(objects: readonly KubernetesObject[]): Promise<boolean> {
    const before = new Map(this.#entries);
    let changed = false;
    const present = new Set<string>();
    for (const [index, object] of objects.entries()) {
      if (index % objectsPerTurn === 0) {
        await nextTurn();
      }
      const key = keyOf(object);
      present.add(key);
      const known = before.get(key);
      const same =
        known?.uid === uidOf(object) &&
        known.resourceVersion === versionOf(object);
      if (!same) {
        // The list is the truth, also where a restored backup has turned versions back.
        this.#entries.delete(key);
        this.#tombstones.delete(uidOf(object));
        this.#entries.set(key, {
          uid: uidOf(object),
          resourceVersion: versionOf(object),
          namespace: object.metadata.namespace ?? '',
          value: this.#convert(
            object,
            known?.uid === uidOf(object) ? known.value : undefined,
          ),
        });
        changed = true;
      }
    }
    for (const [key, entry] of before) {
      if (!present.has(key)) {
        this.#entries.delete(key);
        this.#bury(entry.uid, entry.resourceVersion);
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
