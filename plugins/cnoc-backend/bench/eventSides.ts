import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigReader } from '@backstage/config';
import { findKind, type KubernetesObject } from '@cnoc/hedgehog';
import type { Knex } from 'knex';
import { createEngine, type Engine } from '../src/engine';
import { bareEvent } from './events';
import {
  migratedDatabase,
  serveBare,
  serveEvents,
  silent,
  type EventServer,
} from './eventServer';
import type { Fixture } from './fixture';
import { parser } from './syncReplica';

const TRIES = 1_000;

/** The whole engine on one fabric of the lab, and its event route. */
export class EngineSide {
  readonly #engine: Engine;
  readonly #server: EventServer;
  readonly #database: Knex;
  readonly #directory: string;
  readonly #toggle: () => Promise<void>;

  private constructor(parts: {
    engine: Engine;
    server: EventServer;
    database: Knex;
    directory: string;
    toggle: () => Promise<void>;
  }) {
    this.#engine = parts.engine;
    this.#server = parts.server;
    this.#database = parts.database;
    this.#directory = parts.directory;
    this.#toggle = parts.toggle;
  }

  static async start(fixture: Fixture): Promise<EngineSide> {
    const directory = await mkdtemp(path.join(tmpdir(), 'cnoc-bench-'));
    const database = await migratedDatabase();
    const unaudited = { success: async () => {}, fail: async () => {} };
    const engine = createEngine({
      auditor: { createEvent: async () => unaudited },
      config: new ConfigReader({
        cnoc: {
          network: { allow: ['127.0.0.1'] },
          repositories: [{ name: 'lab', url: fixture.repository! }],
          clusters: [{ name: 'bench', server: fixture.url }],
          fabrics: [
            {
              name: 'bench',
              repository: 'lab',
              path: `fabrics/bench-${fixture.size}`,
              cluster: 'bench',
            },
          ],
        },
      }),
      database,
      logger: silent,
      events: { publish: async () => {}, subscribe: async () => {} },
      signals: { publish: async () => {} },
      directory,
      parser,
    });
    await engine.start();
    for (let tried = 0; ; tried++) {
      const record = await engine.fabrics.get('bench');
      if (record?.driftState === 'inSync') break;
      if (tried === TRIES) throw new Error('The fabric does not get in sync');
      await sleep(50);
    }
    await engine.reconciler.idle();
    return new EngineSide({
      engine,
      server: await serveEvents(engine.tails),
      database,
      directory,
      toggle: toggleOf(fixture),
    });
  }

  get port(): number {
    return this.#server.port;
  }

  write(): Promise<void> {
    return this.#toggle();
  }

  /** Tells the name of each resource that a finding is written for, when that is committed. */
  onFinding(tell: (name: string) => void): void {
    const waiting = new Set<string>();
    this.#database.on('query', ({ sql, bindings = [] }) => {
      if (/^insert into `findings`/.test(sql)) {
        for (const value of bindings) waiting.add(String(value));
      } else if (/^commit/i.test(sql)) {
        // In memory it takes no time worth counting
        for (const value of waiting) tell(value);
        waiting.clear();
      }
    });
  }

  idle(): Promise<void> {
    return this.#engine.reconciler.idle();
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    await this.#engine.stop();
    await this.#database.destroy();
    await rm(this.#directory, { recursive: true, force: true });
  }
}

/** A watch that writes what it hears to all who are connected. */
export class RawSide {
  readonly #server: Awaited<ReturnType<typeof serveBare>>;
  readonly #stopped: AbortController;
  readonly #toggle: () => Promise<void>;

  private constructor(
    server: Awaited<ReturnType<typeof serveBare>>,
    stopped: AbortController,
    toggle: () => Promise<void>,
  ) {
    this.#server = server;
    this.#stopped = stopped;
    this.#toggle = toggle;
  }

  static async start(fixture: Fixture): Promise<RawSide> {
    const server = await serveBare();
    const stopped = new AbortController();
    let id = 0;
    await watchBare(fixture, 'Switch', stopped.signal, name =>
      server.send(bareEvent(++id, `${name} changed`)),
    );
    return new RawSide(server, stopped, toggleOf(fixture));
  }

  get port(): number {
    return this.#server.port;
  }

  write(): Promise<void> {
    return this.#toggle();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#server.stop();
  }
}

/** Tells the name of each object of a kind that changes, until stopped. */
export async function watchBare(
  fixture: Fixture,
  kind: string,
  signal: AbortSignal,
  tell: (name: string) => void,
): Promise<void> {
  const url = collectionOf(fixture, kind);
  const list = await (await fetch(url)).json();
  const watch = await fetch(
    `${url}?watch=true&resourceVersion=${list.metadata.resourceVersion}`,
    { signal },
  );
  const follow = async () => {
    let rest = '';
    for await (const text of watch.body!.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        const { type, object } = JSON.parse(line);
        if (type !== 'BOOKMARK') tell(object.metadata.name);
      }
    }
  };
  follow().catch(() => {});
}

/** Changes one switch by hand, and back with the next call. */
function toggleOf(fixture: Fixture): () => Promise<void> {
  const original = switchOf(fixture);
  let changed = false;
  return async () => {
    changed = !changed;
    await edit(fixture, original, changed);
  };
}

/** Changes an object of the fixture by hand, or changes it back. */
export async function edit(
  fixture: Fixture,
  original: KubernetesObject,
  changed: boolean,
): Promise<void> {
  const { name, namespace, labels, annotations } = original.metadata;
  const object = {
    ...original,
    metadata: { name, namespace, labels, annotations },
    spec: changed
      ? { ...original.spec, description: 'Changed by hand' }
      : original.spec,
  };
  const response = await fetch(
    `${collectionOf(
      fixture,
      original.kind,
    )}/${name}?fieldManager=bench&force=true`,
    {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/apply-patch+yaml' },
      body: JSON.stringify(object),
    },
  );
  if (!response.ok) throw new Error(await response.text());
  await response.body?.cancel();
}

function switchOf({ objects }: Fixture): KubernetesObject {
  return objects.find(one => one.kind === 'Switch')!;
}

function collectionOf(fixture: Fixture, kind: string): string {
  const { group, version, plural } = findKind(kind)!;
  return `${fixture.url}/apis/${group}/${version}/namespaces/default/${plural}`;
}
