import { isJsonObject, type JsonObject } from '../json';
import { FieldSet } from './FieldSet';

export type FieldOperation = 'Apply' | 'Update';

/** One entry of `metadata.managedFields`, decoded. */
export interface FieldManagerEntry {
  manager: string;
  operation: FieldOperation;
  apiVersion: string;
  /** RFC 3339, seconds. */
  time: string;
  subresource?: string;
  fields: FieldSet;
}

export function readManagers(object: JsonObject): FieldManagerEntry[] {
  const metadata = object.metadata;
  const entries = isJsonObject(metadata) ? metadata.managedFields : undefined;
  if (!Array.isArray(entries)) {
    return [];
  }
  return entries.filter(isJsonObject).map(entry => ({
    manager: String(entry.manager ?? ''),
    operation: entry.operation === 'Apply' ? 'Apply' : 'Update',
    apiVersion: String(entry.apiVersion ?? ''),
    time: String(entry.time ?? ''),
    ...(entry.subresource ? { subresource: String(entry.subresource) } : {}),
    fields: FieldSet.fromFieldsV1(entry.fieldsV1),
  }));
}

/** The list as kube-apiserver orders it: appliers first, then by time, then by name. Empty entries vanish. */
export function printManagers(
  entries: readonly FieldManagerEntry[],
): JsonObject[] {
  return entries
    .filter(entry => entry.fields.size > 0)
    .sort(
      (a, b) =>
        a.operation.localeCompare(b.operation) ||
        a.time.localeCompare(b.time) ||
        a.manager.localeCompare(b.manager) ||
        (a.subresource ?? '').localeCompare(b.subresource ?? ''),
    )
    .map(entry => ({
      apiVersion: entry.apiVersion,
      fieldsType: 'FieldsV1',
      fieldsV1: entry.fields.toFieldsV1(),
      manager: entry.manager,
      operation: entry.operation,
      ...(entry.subresource ? { subresource: entry.subresource } : {}),
      time: entry.time,
    }));
}

export interface FieldActor {
  manager: string;
  apiVersion: string;
  time: string;
  subresource?: 'status';
}

export function isEntryOf(
  entry: FieldManagerEntry,
  actor: FieldActor,
  operation: FieldOperation,
): boolean {
  return (
    entry.manager === actor.manager &&
    entry.operation === operation &&
    entry.subresource === actor.subresource
  );
}
