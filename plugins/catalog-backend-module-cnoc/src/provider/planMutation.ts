import { createHash } from 'node:crypto';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import type {
  DeferredEntity,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import type { Fabric } from '@cnoc/backstage-plugin-cnoc-common';
import { isKindKnown, stampOf } from './knowledge';
import type { Memory, RememberedFabric } from './Memory';

export const LOCATION_KEY = 'cnoc';

/** A fabric that was read to the end. */
export interface FabricReading {
  fabric: Fabric;
  /** `kind` is the resource's, absent for the fabric itself */
  entities: { entity: Entity; kind?: string }[];
}

export interface MutationPlan {
  /** Absent when the catalog already has it all */
  mutation?: EntityProviderMutation;
  /** True once the mutation is applied */
  memory: Memory;
}

/**
 * Decides what the catalog must be told.
 *
 * @param input - `full`: replace everything; needs a reading of every listed fabric. Otherwise only what differs from
 * `memory` is sent: nothing of a fabric that is listed and was not read, and no removal of what is merely unknown.
 */
export function planMutation(input: {
  full: boolean;
  fabrics: Fabric[];
  readings: FabricReading[];
  memory: Memory;
}): MutationPlan {
  const { full, fabrics, readings, memory } = input;
  const next = new Map<string, RememberedFabric>();
  const all: DeferredEntity[] = [];
  const added: DeferredEntity[] = [];
  const removed: { entityRef: string; locationKey: string }[] = [];
  const remove = (entityRef: string) =>
    removed.push({ entityRef, locationKey: LOCATION_KEY });

  const listed = new Set(fabrics.map(({ name }) => name));
  for (const [name, remembered] of memory) {
    if (listed.has(name)) next.set(name, remembered);
    else [...remembered.entities.keys()].forEach(remove);
  }

  for (const { fabric, entities } of readings) {
    const before = memory.get(fabric.name)?.entities;
    const after = new Map<string, { hash: string; kind?: string }>();
    for (const { entity, kind } of entities) {
      const ref = stringifyEntityRef(entity);
      const hash = hashOf(entity);
      const deferred = { entity, locationKey: LOCATION_KEY };
      all.push(deferred);
      if (before?.get(ref)?.hash !== hash) added.push(deferred);
      after.set(ref, { hash, kind });
    }
    for (const [ref, was] of before ?? []) {
      if (after.has(ref)) continue;
      if (was.kind === undefined || isKindKnown(fabric, was.kind)) remove(ref);
      else after.set(ref, was);
    }
    next.set(fabric.name, { stamp: stampOf(fabric), entities: after });
  }

  if (full) return { mutation: { type: 'full', entities: all }, memory: next };
  return added.length + removed.length > 0
    ? { mutation: { type: 'delta', added, removed }, memory: next }
    : { memory: next };
}

// The mapping builds every entity with its keys in the same order, so that equal content gives equal text
function hashOf(entity: Entity): string {
  return createHash('sha256').update(JSON.stringify(entity)).digest('base64');
}
