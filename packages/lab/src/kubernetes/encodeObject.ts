import type { KubernetesObject } from '@cnoc/hedgehog';

const texts = new WeakMap<KubernetesObject, string>();

/** JSON of a stored object. Stored objects never change, so the text is kept for the next list or watch. */
export function encodeObject(object: KubernetesObject): string {
  let text = texts.get(object);
  if (text === undefined) {
    text = JSON.stringify(object);
    texts.set(object, text);
  }
  return text;
}
