import { KubernetesObject } from '@cnoc/hedgehog';
import { Lab, LabCluster, LabOptions } from '@cnoc/lab';
import { Knex } from 'knex';
import { FabricDefinition } from '../../fabrics/FabricDefinition';
import { Fence, noFence } from '../../fabrics/Fence';
import { emptyTables } from '../../repositories/__testUtils__/testDatabases';
import { LiveChange, LiveService } from '../LiveService';
import { LiveSnapshot } from '../LiveSnapshot';
import { LiveTimings } from '../LiveTimings';
import { liveServiceOf } from './liveServiceOf';

export const vlans = (name: string, to = 2999): KubernetesObject => ({
  apiVersion: 'wiring.githedgehog.com/v1beta1',
  kind: 'VLANNamespace',
  metadata: { name },
  spec: { ranges: [{ from: 1000, to }] },
});

/** A hand edit of {@link vlans}. */
export function vlansTo(to: number) {
  return (object: KubernetesObject) => {
    object.spec = { ranges: [{ from: 1000, to }] };
  };
}

export function namesIn({ objects }: LiveSnapshot): string[] {
  return objects.map(({ kind, name }) => `${kind}/${name}`);
}

const quick: Partial<LiveTimings> = {
  retryMinMs: 20,
  retryMaxMs: 200,
  probeMs: 200,
  graceMs: 100,
  coalesceMs: 10,
  quietMs: 50,
  flushMs: 10,
  tickMs: 50,
};

/** Polls the real thing until it holds; the failure shows what was seen last. */
export async function eventually(
  check: () => Promise<void> | void,
): Promise<void> {
  const deadline = Date.now() + 8_000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await new Promise(done => setTimeout(done, 20));
    }
  }
}

export interface ServiceOptions {
  timings?: Partial<LiveTimings>;
  token?: string;
  now?: () => Date;
}

/** A lab cluster, an emptied database, and live services on them that are ended together. */
export class LiveHarness {
  readonly lab: Lab;
  readonly cluster: LabCluster;
  readonly database: Knex;
  readonly fabric: FabricDefinition;
  readonly #ends: (() => Promise<void>)[] = [];

  private constructor(lab: Lab, database: Knex) {
    const [cluster] = lab.clusters.values();
    this.lab = lab;
    this.cluster = cluster;
    this.database = database;
    this.fabric = {
      name: 'clos',
      repository: 'r',
      path: 'f',
      cluster: cluster.name,
      namespace: 'default',
    };
  }

  /** Default: an empty cluster without agents, with two objects. */
  static async start(
    database: Knex,
    options?: LabOptions,
  ): Promise<LiveHarness> {
    const lab = await Lab.start(
      options ?? {
        agents: false,
        bookmarkIntervalMs: 100,
        fabrics: [{ name: 'c', title: 'c', history: [], handEdits: [] }],
      },
    );
    await emptyTables(database);
    const harness = new LiveHarness(lab, database);
    if (!options) {
      harness.cluster.apply(vlans('one'), { manager: 'cnoc' });
      harness.cluster.apply(vlans('two'), { manager: 'cnoc' });
    }
    return harness;
  }

  async stop(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) {
      await end();
    }
    await this.lab.stop();
  }

  service(options: ServiceOptions = {}): LiveService {
    const live = liveServiceOf({
      config: {
        cnoc: {
          network: { allow: ['127.0.0.1'] },
          clusters: [
            {
              name: this.cluster.name,
              server: this.cluster.url,
              token: options.token ?? this.cluster.token,
            },
          ],
        },
      },
      database: this.database,
      timings: { ...quick, ...options.timings },
      now: options.now,
    });
    this.#ends.push(() => live.close());
    return live;
  }

  start(
    live: LiveService,
    fence: Fence = noFence,
    fabrics = [this.fabric],
  ): { stop(): Promise<void> } {
    const watching = live.start(this.cluster.name, { fabrics, fence });
    this.#ends.push(() => watching.stop());
    return watching;
  }

  /** A service that watches, has listed everything, and has told so. */
  async begin(options: ServiceOptions = {}): Promise<{
    live: LiveService;
    changes: LiveChange[];
    stop(): Promise<void>;
  }> {
    const live = this.service(options);
    const changes: LiveChange[] = [];
    live.onChange(change => changes.push(change));
    const { stop } = this.start(live);
    await eventually(async () => {
      const { complete } = await live.snapshot(this.fabric);
      if (!complete) {
        throw new Error('not every kind has been listed');
      }
      if (changes.length === 0) {
        throw new Error('the lists are not told yet');
      }
    });
    return { live, changes, stop };
  }

  /** Paths that were requested of a kind, by its plural. */
  requestsOf(plural: string): string[] {
    return this.cluster
      .requests()
      .filter(({ path }) => path.includes(`/${plural}`))
      .map(({ path }) => path);
  }
}
