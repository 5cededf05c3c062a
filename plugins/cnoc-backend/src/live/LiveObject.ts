import { canonicalize, hashOf, KubernetesObject } from '@cnoc/hedgehog';

/** One entry of `metadata.managedFields`. */
export interface FieldManager {
  manager: string;
  operation: 'Apply' | 'Update';
  /** ISO 8601, as the API server recorded it. */
  at?: string;
  subresource?: string;
  /**
   * The set of fields, in Kubernetes' form, as JSON text: a tree of it would be the largest part of a cached object, and
   * objects of one making share the text.
   */
  fields: string;
}

/** One resource as the cluster has it. */
export interface LiveObject {
  kind: string;
  name: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  /** ISO 8601. */
  createdAt?: string;
  canonical: KubernetesObject;
  /** Of `canonical`. */
  hash: string;
  managers: FieldManager[];
  /** Somebody asked for its deletion, and a finalizer holds it. */
  deleting: boolean;
}

interface ManagedFieldsEntry {
  manager?: string;
  operation?: string;
  time?: string;
  subresource?: string;
  fieldsV1?: Record<string, unknown>;
}

function managersOf(
  entries: unknown,
  share: (text: string) => string,
): FieldManager[] {
  if (!Array.isArray(entries)) {
    return [];
  }
  return (entries as ManagedFieldsEntry[]).map(entry => ({
    manager: share(entry.manager ?? 'unknown'),
    operation: entry.operation === 'Apply' ? 'Apply' : 'Update',
    ...(entry.time && { at: share(entry.time) }),
    ...(entry.subresource && { subresource: share(entry.subresource) }),
    fields: share(JSON.stringify(entry.fieldsV1 ?? {})),
  }));
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^[\d:.TZ+-]{10,32}$/.test(value);
}

/** @param share - gives an equal text that is in memory already */
export function liveObjectOf(
  object: KubernetesObject,
  share: (text: string) => string = text => text,
): LiveObject {
  const { metadata } = object;
  const canonical = canonicalize(object);
  return {
    kind: object.kind,
    name: metadata.name,
    uid: String(metadata.uid ?? ''),
    resourceVersion: String(metadata.resourceVersion ?? ''),
    ...(Number.isSafeInteger(metadata.generation) && {
      generation: Number(metadata.generation),
    }),
    ...(isTime(metadata.creationTimestamp) && {
      createdAt: share(metadata.creationTimestamp),
    }),
    canonical,
    hash: hashOf(canonical),
    managers: managersOf(metadata.managedFields, share),
    deleting: Boolean(metadata.deletionTimestamp),
  };
}
