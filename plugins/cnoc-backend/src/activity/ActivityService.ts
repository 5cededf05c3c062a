import type { Activity } from '@cnoc/backstage-plugin-cnoc-common';
import type { FabricStore } from '../fabrics/FabricStore';
import type { ActivityEntry, ActivityStore } from './ActivityStore';
import type { FabricAnnouncer } from './FabricAnnouncer';

/** The timeline of each fabric, and the announcement that something changed. */
export class ActivityService {
  readonly #store: ActivityStore;
  readonly #fabrics: FabricStore;
  readonly #announcer: FabricAnnouncer;
  readonly #now: () => Date;
  readonly #listeners = new Set<(fabric: string) => void>();

  private constructor(options: {
    store: ActivityStore;
    fabrics: FabricStore;
    announcer: FabricAnnouncer;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#fabrics = options.fabrics;
    this.#announcer = options.announcer;
    this.#now = options.now;
  }

  static create(options: {
    store: ActivityStore;
    fabrics: FabricStore;
    announcer: FabricAnnouncer;
    now: () => Date;
  }): ActivityService {
    return new ActivityService(options);
  }

  async record(fabric: string, ...entries: ActivityEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.#store.append(fabric, this.#now(), entries);
    for (const listener of this.#listeners) listener(fabric);
    await this.touch(fabric);
  }

  /** Announces a change that is not worth a line in the timeline. */
  async touch(fabric: string): Promise<void> {
    const revision = await this.#fabrics.bumpRevision(fabric);
    this.#announcer.announce({ fabric, revision });
  }

  /** Hears at once of each line that this process writes. */
  onRecord(listener: (fabric: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Announces that a fabric is gone: there is no timeline left to tell it. */
  forgotten(fabric: string, revision: number): void {
    this.#announcer.announce({ fabric, revision });
  }

  page(
    fabric: string,
    options: { before?: number; limit: number },
  ): Promise<Activity[]> {
    return this.#store.page(fabric, options);
  }
}
