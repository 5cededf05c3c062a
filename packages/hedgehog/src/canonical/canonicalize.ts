import { kindOf } from '../kinds';
import { Kind } from '../kinds/Kind';
import { copyJson, isMap, JsonMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { ownKeys } from './metadataKeys';
import { prune } from './prune';

/**
 * The canonical form of an object: after defaulting, without status, server and tool metadata and what the fabric
 * recomputes, each value in its one normal form. Two objects mean the same to Hedgehog when their canonical forms are
 * equal. Idempotent. Fields that CNOC does not know are kept as they are, so that a newer cluster's fields still count.
 */
export function canonicalize(object: KubernetesObject): KubernetesObject {
  const kind = kindOf(object);
  return kind ? canonicalOf(object, kind) : canonicalOfOther(object);
}

function canonicalOf(object: KubernetesObject, kind: Kind): KubernetesObject {
  const canonical: KubernetesObject = {
    apiVersion: object.apiVersion,
    kind: object.kind,
    metadata: metadataOf(object, object.metadata.namespace || 'default', kind),
  };
  const spec = copyJson(object.spec ?? {}) as unknown;
  if (!isMap(spec)) {
    canonical.spec = spec as JsonMap;
    return canonical;
  }
  kind.normalize?.(spec, object);
  // Depends on the clock: the webhook turns durations into times and drops expired ones.
  if (kind.kind === 'Switch') delete spec.portLocators;
  kind.tidy?.(spec);
  const pruned = prune(spec, kind.spec);
  if (pruned !== undefined) canonical.spec = pruned as JsonMap;
  return canonical;
}

/** Of a kind that is not Hedgehog's, everything counts but what the server writes. */
function canonicalOfOther(object: KubernetesObject): KubernetesObject {
  const { apiVersion, kind, metadata, spec, status, ...rest } = object;
  const canonical: KubernetesObject = {
    apiVersion,
    kind,
    metadata: metadataOf(object, metadata.namespace, undefined),
  };
  if (spec !== undefined && spec !== null) canonical.spec = copyJson(spec);
  return { ...canonical, ...copyJson(rest) };
}

function metadataOf(
  { metadata }: KubernetesObject,
  namespace: string | undefined,
  kind: Kind | undefined,
): KubernetesObject['metadata'] {
  const own: KubernetesObject['metadata'] = { name: metadata.name };
  if (namespace) own.namespace = namespace;
  const labels = ownKeys(metadata.labels, kind, 'labels');
  if (labels) own.labels = labels;
  const annotations = ownKeys(metadata.annotations, kind, 'annotations');
  if (annotations) own.annotations = annotations;
  return own;
}
