import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from '@cnoc/hedgehog';

/** Whether two answers of the server are the same object, byte for byte but for what the server itself counts. */
export function isSameForServer(
  a: KubernetesObject,
  b: KubernetesObject,
): boolean {
  return isDeepStrictEqual(contentOf(a), contentOf(b));
}

function contentOf({ spec = {}, metadata }: KubernetesObject) {
  const { labels = {}, annotations = {} } = metadata;
  return { spec, labels, annotations };
}
