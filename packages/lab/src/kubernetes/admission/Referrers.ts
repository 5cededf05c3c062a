import { referencesOf, type KubernetesObject } from '@cnoc/hedgehog';
import type { ObjectStore } from '../ObjectStore';
import { resourceTypes } from '../ResourceType';

/** Who names whom among the stored objects, kept up to date with every write: a delete must not scan 10,000 objects. */
export class Referrers {
  readonly #targets = new Map<string, string[]>();
  readonly #referrers = new Map<string, Map<string, KubernetesObject>>();

  static follow(store: ObjectStore): Referrers {
    const referrers = new Referrers();
    for (const type of resourceTypes.filter(({ admitted }) => admitted)) {
      for (const object of store.values(type)) {
        referrers.#put(object);
      }
    }
    const plurals = new Set(
      resourceTypes
        .filter(({ admitted }) => admitted)
        .map(({ plural }) => plural),
    );
    store.subscribe(({ type, object, plural }) => {
      if (plurals.has(plural)) {
        referrers.#drop(object);
        if (type !== 'DELETED') {
          referrers.#put(object);
        }
      }
    });
    return referrers;
  }

  of(kind: string, name: string): Iterable<KubernetesObject> {
    return this.#referrers.get(`${kind}/${name}`)?.values() ?? [];
  }

  #put(object: KubernetesObject): void {
    const key = keyOf(object);
    const targets = referencesOf(object).map(
      ({ kind, name }) => `${kind}/${name}`,
    );
    this.#targets.set(key, targets);
    for (const target of targets) {
      let those = this.#referrers.get(target);
      if (!those) {
        those = new Map();
        this.#referrers.set(target, those);
      }
      those.set(key, object);
    }
  }

  #drop(object: KubernetesObject): void {
    const key = keyOf(object);
    for (const target of this.#targets.get(key) ?? []) {
      const those = this.#referrers.get(target);
      those?.delete(key);
      if (those?.size === 0) {
        this.#referrers.delete(target);
      }
    }
    this.#targets.delete(key);
  }
}

function keyOf({ kind, metadata }: KubernetesObject): string {
  return `${kind}/${metadata.name}`;
}
