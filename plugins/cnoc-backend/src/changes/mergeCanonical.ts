import { canonicalize, hashOf, type KubernetesObject } from '@cnoc/hedgehog';
import { isDeepStrictEqual } from 'node:util';
import type { DesiredObject } from '../desired';

type Json = Record<string, unknown>;

/**
 * Git's object, changed only where the cluster means something else: defaults that somebody wrote out, and other ways
 * to say the same, stay as they are.
 *
 * @param live - canonical form of what the cluster has
 * @returns an object whose canonical form is `live`
 */
export function mergeCanonical(
  git: Pick<DesiredObject, 'object' | 'canonical'>,
  live: KubernetesObject,
): KubernetesObject {
  const merged = merge(
    git.object as Json,
    git.canonical as Json,
    live as Json,
  ) as KubernetesObject;
  // The fabric's namespace is understood; who wrote it out keeps it
  if (git.object.metadata.namespace === undefined) {
    delete merged.metadata.namespace;
  }
  const { namespace } = live.metadata;
  const says = canonicalize({
    ...merged,
    metadata: { ...merged.metadata, namespace },
  });
  return hashOf(says) === hashOf(live) ? merged : withoutNamespace(live);
}

/** A canonical form as a person would write it into the fabric's directory. */
export function withoutNamespace(
  canonical: KubernetesObject,
): KubernetesObject {
  const { namespace: _namespace, ...metadata } = canonical.metadata;
  return { ...canonical, metadata: metadata as KubernetesObject['metadata'] };
}

function merge(written: Json, before: Json, after: Json): Json {
  const result: Json = { ...written };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[key], after[key]];
    if (isDeepStrictEqual(was, is)) continue;
    if (is === undefined) delete result[key];
    else if (isMap(was) && isMap(is) && isMap(written[key])) {
      result[key] = merge(written[key], was, is);
    } else result[key] = structuredClone(is);
  }
  return result;
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
