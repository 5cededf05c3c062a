import { KubernetesObject, ObjectKey } from '../model/KubernetesObject';
import { Reference } from '../kinds/Kind';
import { referencesOf } from './referencesOf';

/** Text form of a key, unique among all objects of a fabric. */
export function keyOf({ kind, name }: ObjectKey): string {
  return `${kind}/${name}`;
}

/** Who names whom among a set of objects, both ways. Built in one pass. */
export class ReferenceIndex {
  readonly #from = new Map<
    string,
    { key: ObjectKey; references: Reference[] }
  >();
  readonly #to = new Map<string, ObjectKey[]>();

  static of(objects: Iterable<KubernetesObject>): ReferenceIndex {
    const index = new ReferenceIndex();
    for (const object of objects) index.#add(object);
    return index;
  }

  #add(object: KubernetesObject) {
    const key = { kind: object.kind, name: object.metadata.name };
    const references = referencesOf(object);
    this.#from.set(keyOf(key), { key, references });
    const targets = new Set(references.map(keyOf));
    for (const target of targets) {
      const referrers = this.#to.get(target);
      if (referrers) referrers.push(key);
      else this.#to.set(target, [key]);
    }
  }

  has(key: ObjectKey): boolean {
    return this.#from.has(keyOf(key));
  }

  /** What the object names. */
  referencesOf(key: ObjectKey): readonly Reference[] {
    return this.#from.get(keyOf(key))?.references ?? [];
  }

  /** Who names the object, each once. The object need not be in the set. */
  referrersOf(key: ObjectKey): readonly ObjectKey[] {
    return this.#to.get(keyOf(key)) ?? [];
  }
}
