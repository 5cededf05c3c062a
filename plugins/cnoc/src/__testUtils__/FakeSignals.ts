import type { SignalApi } from '@backstage/plugin-signals-react';
import { CNOC_FABRIC_CHANNEL } from '@cnoc/backstage-plugin-cnoc-common';

/** Signals that a test sends by hand. */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Set<(message: never) => void>();

  subscribe(channel: string, onMessage: (message: never) => void) {
    if (channel === CNOC_FABRIC_CHANNEL) this.#listeners.add(onMessage);
    return { unsubscribe: () => this.#listeners.delete(onMessage) };
  }

  /** The engine says that a fabric changed. */
  changed(fabric: string, revision = 1): void {
    const message = { fabric, revision } as never;
    for (const listener of this.#listeners) listener(message);
  }
}
