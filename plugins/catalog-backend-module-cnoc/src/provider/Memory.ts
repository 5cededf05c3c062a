import { createHash } from 'node:crypto';

/** What the catalog was told of one fabric. */
export interface RememberedFabric {
  /** See `stampOf` */
  stamp: string;
  /** By entity reference; `kind` is the resource's, absent for the fabric itself */
  entities: ReadonlyMap<string, { hash: string; kind?: string }>;
}

/** What the catalog was told, by fabric. */
export type Memory = ReadonlyMap<string, RememberedFabric>;

/** Equal digests: the catalog was told the same entities. Stamps do not count. */
export function digestOf(memory: Memory): string {
  const lines: string[] = [];
  for (const { entities } of memory.values()) {
    for (const [ref, { hash }] of entities) lines.push(`${ref} ${hash}`);
  }
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
