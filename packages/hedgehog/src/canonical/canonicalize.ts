import { kindOf } from '../kinds';
import { isMap, JsonMap } from '../model/json';
import { KubernetesObject } from '../model/KubernetesObject';
import { applyDefaults } from './applyDefaults';
import { ownKeys } from './metadataKeys';
import { prune } from './prune';

/**
 * The canonical form of an object: after defaulting, without status, server and tool metadata and what the fabric
 * recomputes, each value in its one normal form. Two objects mean the same to Hedgehog when their canonical forms are
 * equal. Idempotent. Fields that CNOC does not know are kept as they are, so that a newer cluster's fields still count.
 */
export function canonicalize(object: KubernetesObject): KubernetesObject {
  const kind = kindOf(object);
  const defaulted = applyDefaults(object);
  const metadata: KubernetesObject['metadata'] = {
    name: defaulted.metadata.name,
  };
  if (defaulted.metadata.namespace)
    metadata.namespace = defaulted.metadata.namespace;
  const labels = ownKeys(defaulted.metadata.labels, kind, 'labels');
  if (labels) metadata.labels = labels;
  const annotations = ownKeys(
    defaulted.metadata.annotations,
    kind,
    'annotations',
  );
  if (annotations) metadata.annotations = annotations;
  const canonical: KubernetesObject = {
    apiVersion: defaulted.apiVersion,
    kind: defaulted.kind,
    metadata,
  };
  const spec = defaulted.spec as unknown;
  if (kind?.kind === 'Switch' && isMap(spec)) {
    // Depends on the clock: the webhook turns durations into times and drops expired ones.
    delete spec.portLocators;
  }
  if (isMap(spec)) kind?.tidy?.(spec);
  const pruned = kind && isMap(spec) ? prune(spec, kind.spec) : spec;
  if (pruned !== undefined && pruned !== null)
    canonical.spec = pruned as JsonMap;
  if (!kind) {
    for (const key of Object.keys(defaulted)) {
      if (!['apiVersion', 'kind', 'metadata', 'spec', 'status'].includes(key))
        canonical[key] = defaulted[key];
    }
  }
  return canonical;
}
