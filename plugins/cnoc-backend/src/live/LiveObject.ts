import { canonicalize, hashOf, KubernetesObject } from '@cnoc/hedgehog';

/** One entry of `metadata.managedFields`. */
export interface FieldManager {
  manager: string;
  operation: 'Apply' | 'Update';
  /** ISO 8601, as the API server recorded it. */
  at?: string;
  subresource?: string;
  fieldsV1: Record<string, unknown>;
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

function managersOf(entries: unknown): FieldManager[] {
  if (!Array.isArray(entries)) {
    return [];
  }
  return (entries as ManagedFieldsEntry[]).map(entry => ({
    manager: entry.manager ?? 'unknown',
    operation: entry.operation === 'Apply' ? 'Apply' : 'Update',
    ...(entry.time && { at: entry.time }),
    ...(entry.subresource && { subresource: entry.subresource }),
    fieldsV1: entry.fieldsV1 ?? {},
  }));
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^[\d:.TZ+-]{10,32}$/.test(value);
}

export function liveObjectOf(object: KubernetesObject): LiveObject {
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
      createdAt: metadata.creationTimestamp,
    }),
    canonical,
    hash: hashOf(canonical),
    managers: managersOf(metadata.managedFields),
    deleting: Boolean(metadata.deletionTimestamp),
  };
}
