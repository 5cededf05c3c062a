import type { KubernetesObject } from '@cnoc/hedgehog';
import { badRequest, expired } from './StatusError';

export interface ListPage {
  items: KubernetesObject[];
  revision: number;
  continue?: string;
  remaining?: number;
}

interface Snapshot {
  revision: number;
  objects: readonly KubernetesObject[];
}

const MAX_SNAPSHOTS = 64;

/**
 * Pages of one consistent list. The first page pins the list as it was; its token leads through that same list, however
 * much is written in between. Old lists are forgotten (410 Expired), as after etcd's compaction.
 */
export class ListPages {
  readonly #snapshots = new Map<string, Snapshot>();
  #next = 1;

  first(
    objects: readonly KubernetesObject[],
    revision: number,
    limit: number | undefined,
  ): ListPage {
    if (!limit || objects.length <= limit) {
      return { items: [...objects], revision };
    }
    const id = String(this.#next++);
    this.#snapshots.set(id, { revision, objects });
    if (this.#snapshots.size > MAX_SNAPSHOTS) {
      this.#snapshots.delete(this.#snapshots.keys().next().value as string);
    }
    return this.#page(id, 0, limit);
  }

  next(token: string, limit: number | undefined): ListPage {
    const match = /^(\d+)\.(\d+)$/.exec(
      Buffer.from(token, 'base64url').toString('utf8'),
    );
    if (!match) {
      throw badRequest('continue key is not valid');
    }
    if (!this.#snapshots.has(match[1])) {
      throw expired(
        'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
      );
    }
    return this.#page(match[1], Number(match[2]), limit);
  }

  clear(): void {
    this.#snapshots.clear();
  }

  #page(id: string, start: number, limit: number | undefined): ListPage {
    const { revision, objects } = this.#snapshots.get(id) as Snapshot;
    const end = limit ? start + limit : objects.length;
    const remaining = objects.length - end;
    return {
      items: objects.slice(start, end),
      revision,
      ...(remaining > 0
        ? {
            continue: Buffer.from(`${id}.${end}`).toString('base64url'),
            remaining,
          }
        : {}),
    };
  }
}
