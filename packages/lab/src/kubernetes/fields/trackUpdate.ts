import type { JsonObject } from '../json';
import { FieldSet } from './FieldSet';
import { compareFields, trackedPart } from './fieldsOf';
import {
  isEntryOf,
  readManagers,
  type FieldActor,
  type FieldManagerEntry,
} from './managers';

/**
 * Owners after a write that was not an apply (create, PUT, merge or JSON patch): the actor owns what it changed, and
 * everybody else loses it.
 */
export function trackUpdate(
  live: JsonObject | undefined,
  updated: JsonObject,
  actor: FieldActor,
): FieldManagerEntry[] {
  const changes = compareFields(
    live ? trackedPart(live, actor.subresource) : {},
    trackedPart(updated, actor.subresource),
  );
  const taken = changes.added.union(changes.modified);
  const lost = taken.union(changes.removed);
  const entries = live ? readManagers(live) : [];
  if (lost.size === 0) {
    return entries;
  }
  const mine = entries.find(entry => isEntryOf(entry, actor, 'Update'));
  const others = entries
    .filter(entry => entry !== mine)
    .map(entry => ({ ...entry, fields: entry.fields.minus(lost) }));
  return [
    ...others,
    {
      ...actor,
      operation: 'Update',
      fields: (mine?.fields ?? FieldSet.of())
        .union(taken)
        .minus(changes.removed),
    },
  ];
}
