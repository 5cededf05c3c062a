import { setImmediate as nextTurn } from 'node:timers/promises';
import { KubernetesObject } from '@cnoc/hedgehog';
import { ClusterClient } from './ClusterClient';
import { ClusterError } from './ClusterError';
import { Listed } from './ResourceCache';

/** Lists restarted because a continue token ran out (410), before that counts as a failure. */
const maxListRestarts = 3;
const maxObjects = 100_000;
/** Others get their turn while a page of a list is read. */
const objectsPerTurn = 100;

export interface CompleteList {
  items: Listed<unknown>[];
  /** The version of the collection that the last page named. */
  version: string;
}

/**
 * Every object of a kind, page by page.
 *
 * @throws ClusterError also when there are more than 100,000
 */
export async function listCompletely(
  options: {
    kind: string;
    client: ClusterClient;
    /** Objects in a page */
    pageSize: number;
    keep: (object: KubernetesObject) => Listed<unknown>;
    onContact: () => void;
  },
  signal: AbortSignal,
): Promise<CompleteList> {
  for (let restarts = 0; ; restarts += 1) {
    try {
      return await listOnce(options, signal);
    } catch (error) {
      const expired = error instanceof ClusterError && error.reason === 'gone';
      if (!expired || restarts >= maxListRestarts) {
        throw error;
      }
    }
  }
}

async function listOnce(
  {
    kind,
    client,
    pageSize,
    keep,
    onContact,
  }: Parameters<typeof listCompletely>[0],
  signal: AbortSignal,
): Promise<CompleteList> {
  const items: Listed<unknown>[] = [];
  let next: string | undefined;
  for (;;) {
    const page = await client.listPage(
      kind,
      { limit: pageSize, ...(next !== undefined && { continue: next }) },
      signal,
    );
    onContact();
    for (const [index, object] of page.items.entries()) {
      if (index % objectsPerTurn === 0) {
        await nextTurn();
      }
      items.push(keep(object));
    }
    if (items.length > maxObjects) {
      throw new ClusterError(
        'invalid',
        `The cluster holds more than ${maxObjects} objects of this kind, more than CNOC reads.`,
      );
    }
    next = page.continue;
    if (next === undefined) {
      return { items, version: page.resourceVersion };
    }
  }
}
