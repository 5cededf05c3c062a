import type { ServerResponse } from 'node:http';
import type { KubernetesObject } from '@cnoc/hedgehog';
import { encodeObject } from './encodeObject';
import type { ResourceType } from './ResourceType';
import { expired } from './StatusError';
import type { ObjectStore, StoreEvent } from './ObjectStore';
import type { Faults } from '../faults/Faults';

export interface WatchOptions {
  type: ResourceType;
  namespace?: string;
  name?: string;
  /** Start after this revision; undefined = send what is there first. */
  revision?: number;
  /** After what is there comes a bookmark that says so. */
  marksInitialEvents?: boolean;
  matches: (object: KubernetesObject) => boolean;
  bookmarks: boolean;
  bookmarkIntervalMs: number;
  timeoutMs: number;
}

/** A reader this far behind is cut off; it will come back and list. */
const MAX_UNSENT_BYTES = 8 * 1024 * 1024;

/** One watch: replays history, then follows the store until somebody ends it. */
export class WatchStream {
  readonly #response: ServerResponse;
  readonly #store: ObjectStore;
  readonly #faults: Faults;
  readonly #options: WatchOptions;
  #sent = 0;

  constructor(
    response: ServerResponse,
    store: ObjectStore,
    faults: Faults,
    options: WatchOptions,
  ) {
    this.#response = response;
    this.#store = store;
    this.#faults = faults;
    this.#options = options;
  }

  start(): void {
    const { type, revision } = this.#options;
    const response = this.#response;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();

    const backlog =
      revision === undefined
        ? this.#initialEvents()
        : this.#store.since(type, revision);
    if (!backlog) {
      const gone = expired(
        `too old resource version: ${revision} (${this.#store.oldestRevision})`,
      );
      this.#write('ERROR', JSON.stringify(gone.toStatus()));
      response.end();
      return;
    }
    backlog.forEach(event => this.#onEvent(event));
    if (this.#options.marksInitialEvents) {
      this.#bookmark({ 'k8s.io/initial-events-end': 'true' });
    }
    this.#cutIfFaulty();

    const stops = [
      this.#store.subscribe(event => this.#onEvent(event)),
      this.#faults.onAdd(() => this.#cutIfFaulty()),
    ];
    const bookmarkTimer = setInterval(
      () => this.#bookmark(),
      this.#options.bookmarkIntervalMs,
    );
    const endTimer = setTimeout(() => {
      this.#bookmark();
      response.end();
    }, this.#options.timeoutMs);
    response.on('close', () => {
      clearInterval(bookmarkTimer);
      clearTimeout(endTimer);
      stops.forEach(stop => stop());
    });
  }

  #initialEvents(): StoreEvent[] {
    const { type, namespace } = this.#options;
    return this.#store.list(type, namespace).map(object => ({
      type: 'ADDED' as const,
      object,
      plural: type.plural,
      revision: Number(object.metadata.resourceVersion),
    }));
  }

  #onEvent(event: StoreEvent): void {
    const { type, revision = 0 } = this.#options;
    const seen = this.#seenAs(event);
    if (
      !seen ||
      // A watch may begin at a revision that is still to come.
      event.revision <= revision ||
      this.#silent() ||
      this.#faults.swallow(type.plural, event.object.metadata.name)
    ) {
      return;
    }
    this.#write(seen, encodeObject(event.object));
    this.#sent += 1;
    this.#cutIfFaulty();
  }

  /** What the event is for this watch: an object that leaves a selection is deleted from it, one that enters is added. */
  #seenAs({ type, plural, object, previous }: StoreEvent) {
    const { namespace, name, matches } = this.#options;
    const { metadata } = object;
    if (
      plural !== this.#options.type.plural ||
      (namespace && metadata.namespace !== namespace) ||
      (name && metadata.name !== name)
    ) {
      return undefined;
    }
    const was = previous !== undefined && matches(previous);
    const is = type !== 'DELETED' && matches(object);
    if (was && is) {
      return 'MODIFIED';
    }
    if (is) {
      return 'ADDED';
    }
    return was ? 'DELETED' : undefined;
  }

  #bookmark(annotations?: Record<string, string>): void {
    if (!this.#options.bookmarks || this.#silent()) {
      return;
    }
    const { apiVersion, kind } = this.#options.type;
    const resourceVersion = String(this.#store.revision);
    this.#write(
      'BOOKMARK',
      JSON.stringify({
        kind,
        apiVersion,
        metadata: { ...(annotations ? { annotations } : {}), resourceVersion },
      }),
    );
  }

  #silent(): boolean {
    return this.#faults.isSilent(this.#options.type.plural);
  }

  #cutIfFaulty(): void {
    if (this.#faults.cuts(this.#options.type.plural, this.#sent)) {
      this.#response.destroy();
    }
  }

  #write(type: string, object: string): void {
    const response = this.#response;
    if (response.destroyed || response.writableEnded) {
      return;
    }
    response.write(`{"type":"${type}","object":${object}}\n`);
    if (response.writableLength > MAX_UNSENT_BYTES) {
      response.destroy();
    }
  }
}
