import { createHash } from 'node:crypto';
import type { KubernetesObject } from '@cnoc/hedgehog';

/** Kinds with a field that no traffic depends on, the least noticed first. */
export const TESTED_KINDS = ['Server', 'VPC', 'Switch'] as const;

/** A field of a live object, and what a self-test makes of it. */
export interface TestedField {
  /** From the object's root */
  keys: readonly string[];
  /** undefined = the object does not have it */
  before: string | number | undefined;
  changed: string | number;
}

/** The same seed gives the same order. */
export function seededOrder<T>(
  items: readonly T[],
  seed: string,
  nameOf: (item: T) => string,
): T[] {
  const rank = (item: T) =>
    createHash('sha256')
      .update(`${seed}/${nameOf(item)}`)
      .digest('hex');
  return items
    .map(item => ({ item, rank: rank(item) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ item }) => item);
}

/** @returns undefined when the object has no field that may be changed */
export function pickField(object: KubernetesObject): TestedField | undefined {
  switch (object.kind) {
    case 'Server':
    case 'Switch':
      return described(object);
    case 'VPC':
      return leaseTime(object);
    default:
      return undefined;
  }
}

/** Where a field stands, as people write it. */
export function pathOf({ keys }: Pick<TestedField, 'keys'>): string {
  return keys.join('.');
}

function described(object: KubernetesObject): TestedField | undefined {
  const before = mapOf(object.spec)?.description;
  if (!object.spec || (before !== undefined && typeof before !== 'string')) {
    return undefined;
  }
  return {
    keys: ['spec', 'description'],
    before,
    changed: before ? `${before} (self-test)` : 'self-test',
  };
}

function leaseTime(object: KubernetesObject): TestedField | undefined {
  const subnets = mapOf(mapOf(object.spec)?.subnets) ?? {};
  for (const [name, subnet] of Object.entries(subnets)) {
    const options = mapOf(mapOf(mapOf(subnet)?.dhcp)?.options);
    const before = options?.leaseTimeSeconds;
    if (typeof before === 'number') {
      return {
        keys: ['spec', 'subnets', name, 'dhcp', 'options', 'leaseTimeSeconds'],
        before,
        changed: before + 1,
      };
    }
  }
  return undefined;
}

function mapOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
