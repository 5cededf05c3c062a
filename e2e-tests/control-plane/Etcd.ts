import { join } from 'node:path';
import { waitUntil } from '@cnoc/lab/src/testing';
import type { Keeper } from './Keeper';

/** The store behind the API server. */
export class Etcd {
  readonly url: string;

  private constructor(url: string) {
    this.url = url;
  }

  static async start(options: {
    assets: string;
    keeper: Keeper;
    etcdPort: number;
    peerPort: number;
  }): Promise<Etcd> {
    const { assets, keeper, etcdPort, peerPort } = options;
    const url = `http://127.0.0.1:${etcdPort}`;
    const peer = `http://127.0.0.1:${peerPort}`;
    await keeper.start('etcd', join(assets, 'etcd'), [
      '--name=default',
      `--data-dir=${join(keeper.folder, 'etcd')}`,
      `--listen-client-urls=${url}`,
      `--advertise-client-urls=${url}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=default=${peer}`,
      '--unsafe-no-fsync',
      '--log-level=error',
    ]);
    await waitUntil('etcd is healthy', async () => {
      await keeper.assertRuns('etcd');
      return fetch(`${url}/health`).then(
        ({ ok }) => ok,
        () => false,
      );
    });
    return new Etcd(url);
  }

  /** Forgets every revision but the current one. */
  async compact(): Promise<void> {
    const { header } = (await this.#ask('range', { key: btoa('/') })) as {
      header: { revision: string };
    };
    await this.#ask('compaction', { revision: header.revision });
  }

  async #ask(call: string, body: object): Promise<unknown> {
    const response = await fetch(`${this.url}/v3/kv/${call}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`etcd refused ${call}: ${await response.text()}`);
    }
    return response.json();
  }
}
