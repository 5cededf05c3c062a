import type { JsonObject } from '@backstage/types';
import type { KubernetesObject } from '@cnoc/hedgehog';
import type { Knex } from 'knex';
import { stringify } from 'yaml';
import {
  type ClusterLimits,
  eventually,
  type FabricDefinition,
  type LiveChange,
  type LiveService,
  liveServiceOf,
  type LiveSnapshot,
  type LiveTimings,
  noFence,
  quickTimings,
  startTestApi,
  startTestEngine,
  type TestApi,
} from './engineRooms';
import { FaultProxy } from './FaultProxy';
import { pathOf, vlans } from './objects';
import type { Stage } from './Stage';

const REPOSITORY = 'fabrics';

export interface LiveOptions {
  timings?: Partial<LiveTimings>;
  limits?: Partial<ClusterLimits>;
  token?: string;
  /** In place of the proxy's address and authority */
  server?: string;
  ca?: string;
  allow?: string[];
}

/** One case: a namespace on the real server, the proxy in front of it, and what watches through that proxy. */
export class Scene {
  readonly stage: Stage;
  readonly namespace: string;
  readonly proxy: FaultProxy;
  readonly fabric: FabricDefinition;
  readonly #ends: (() => Promise<unknown>)[] = [];
  #tables: Knex | undefined;
  #replica: Awaited<ReturnType<typeof startTestEngine>> | undefined;

  private constructor(stage: Stage, namespace: string, proxy: FaultProxy) {
    this.stage = stage;
    this.namespace = namespace;
    this.proxy = proxy;
    this.fabric = {
      name: namespace,
      repository: REPOSITORY,
      path: namespace,
      cluster: namespace,
      namespace,
    };
    this.#ends.push(() => proxy.stop());
  }

  static async start(stage: Stage, namespace: string): Promise<Scene> {
    return new Scene(stage, namespace, await FaultProxy.start(stage.plane));
  }

  /** Ends all that was started here, the newest first. */
  async end(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
  }

  onEnd(end: () => Promise<unknown>): void {
    this.#ends.push(end);
  }

  put(...objects: KubernetesObject[]): Promise<KubernetesObject[]> {
    return Promise.all(
      objects.map(object => this.stage.write(this.namespace, object)),
    );
  }

  async remove(kind: string, name: string): Promise<void> {
    await this.stage.send('DELETE', pathOf(kind, this.namespace, name));
  }

  async read(kind: string, name: string): Promise<KubernetesObject> {
    const path = pathOf(kind, this.namespace, name);
    return (await this.stage.send('GET', path)) as unknown as KubernetesObject;
  }

  service(options: LiveOptions = {}): LiveService {
    const live = liveServiceOf({
      config: this.#config(options),
      database: this.stage.database,
      timings: { ...quickTimings, graceMs: 100, ...options.timings },
      limits: options.limits,
    });
    this.onEnd(() => live.close());
    return live;
  }

  /** Begins to watch. */
  watch(live: LiveService): void {
    const watching = live.start(this.fabric.cluster, {
      fabrics: [this.fabric],
      fence: noFence,
    });
    this.onEnd(() => watching.stop());
  }

  /** A service that watches two resources, `one` and `two`, has listed everything, and has told so. */
  async begin(options: LiveOptions = {}): Promise<{
    live: LiveService;
    changes: LiveChange[];
    snapshot: () => Promise<LiveSnapshot>;
    /** End of the range of `one`, as CNOC knows it */
    end: () => Promise<number>;
  }> {
    await this.put(vlans('one'), vlans('two'));
    const live = this.service(options);
    const changes: LiveChange[] = [];
    live.onChange(change => changes.push(change));
    this.watch(live);
    const snapshot = () => live.snapshot(this.fabric);
    await eventually(async () => {
      const { complete } = await snapshot();
      if (!complete) throw new Error('Not every kind has been listed.');
      if (changes.length === 0) throw new Error('The lists are not told yet.');
    });
    return {
      live,
      changes,
      snapshot,
      end: async () => {
        const one = await live.get(this.fabric, 'VLANNamespace', 'one');
        const spec = one?.canonical.spec as
          | { ranges: { to: number }[] }
          | undefined;
        return spec?.ranges[0].to ?? NaN;
      },
    };
  }

  /** Commits the files of this fabric; null removes one. */
  async commit(files: Record<string, KubernetesObject | null>): Promise<void> {
    await this.stage.git.commit(REPOSITORY, {
      message: 'Change the fabric',
      files: Object.fromEntries(
        Object.entries(files).map(([name, object]) => [
          `${this.fabric.path}/${name}.yaml`,
          object && stringify(object),
        ]),
      ),
    });
  }

  /** The whole engine on this fabric, and its API; a second one takes over the tables of the first. */
  async engine(): Promise<TestApi> {
    this.#tables ??= await this.stage.newDatabase();
    const replica = await startTestEngine({
      database: this.#tables,
      config: this.#config({}),
    });
    this.#replica = replica;
    this.onEnd(() => this.stopEngine());
    const api = await startTestApi(replica.engine);
    this.onEnd(api.close);
    return api;
  }

  /** The engine that was started last leaves its work as it is. */
  async stopEngine(): Promise<void> {
    const replica = this.#replica;
    this.#replica = undefined;
    await replica?.stop();
  }

  #config(options: LiveOptions): JsonObject {
    const { proxy, stage, fabric } = this;
    return {
      cnoc: {
        network: { allow: options.allow ?? ['127.0.0.1'] },
        git: { pollInterval: { seconds: 1 } },
        repositories: [
          {
            name: REPOSITORY,
            url: stage.git.repositoryUrl(REPOSITORY),
            branch: 'main',
          },
        ],
        clusters: [
          {
            name: fabric.cluster,
            server: options.server ?? proxy.url,
            caData: btoa(options.ca ?? proxy.ca),
            token: options.token ?? stage.plane.token,
            namespace: fabric.namespace,
          },
        ],
        fabrics: [
          {
            name: fabric.name,
            title: fabric.name,
            environment: 'test',
            owner: 'group:default/network',
            repository: REPOSITORY,
            path: fabric.path,
            cluster: fabric.cluster,
            namespace: fabric.namespace,
          },
        ],
      },
    };
  }
}
