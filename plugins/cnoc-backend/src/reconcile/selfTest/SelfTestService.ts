import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { SelfTest } from '@cnoc/backstage-plugin-cnoc-common';
import type { ActivityService } from '../../activity/ActivityService';
import type { FindingStore } from '../../drift/FindingStore';
import type { ResourceStateStore } from '../../drift/ResourceStateStore';
import type { FabricDefinition } from '../../fabrics/FabricDefinition';
import type { FabricRecord } from '../../fabrics/FabricStore';
import type { LiveService } from '../../live';
import { pathOf, pickField, seededOrder, TESTED_KINDS } from './pickField';
import type { SelfTestStore, TestIntent } from './SelfTestStore';
import { TestedObject } from './TestedObject';
import { TestSteps } from './TestSteps';

const WAIT_MS = 10_000;
const POLL_MS = 20;
/** Longer than a whole test takes at worst */
const ABANDONED_MS = 60_000;
const CANDIDATES = 100;
const TRIES = 5;

/**
 * Proves on a lab that drift is seen: changes a harmless field on the cluster, waits for the finding, restores the
 * field, and waits until the finding is resolved. It asks the tables, so that any replica can run it; what it is about to
 * change is written first, so that any replica can undo it.
 */
export class SelfTestService {
  readonly #options: SelfTestServiceOptions;
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<unknown>>();

  private constructor(options: SelfTestServiceOptions) {
    this.#options = options;
  }

  static create(options: SelfTestServiceOptions): SelfTestService {
    return new SelfTestService(options);
  }

  /**
   * @throws ConflictError for a cluster that is no lab or cannot be read, and while another test runs
   */
  async run(
    record: FabricRecord,
    options: { by: string; idempotencyKey?: string },
  ): Promise<SelfTest> {
    const { definition } = record;
    const { store, isLab, now } = this.#options;
    const { by, idempotencyKey: key } = options;
    if (key) {
      const earlier = await store.find(definition.name, by, key);
      if (earlier?.result) return earlier.result;
    }
    if (!(await isLab(definition.cluster))) {
      throw new ConflictError(
        `Cluster '${definition.cluster}' is not marked as a lab, so nothing is changed on it; set lab: true where it is defined if it is one`,
      );
    }
    if (record.observation?.connection.state !== 'connected') {
      throw new ConflictError(
        `Cluster '${definition.cluster}' is not fully connected; a self-test needs to see what it changes`,
      );
    }
    const id = randomUUID();
    const begun = await store.begin(definition.name, {
      id,
      by,
      at: now(),
      key,
      withinMs: ABANDONED_MS,
    });
    if (!begun) {
      throw new ConflictError(
        `A self-test of fabric '${definition.name}' is under way; wait for its end`,
      );
    }
    return this.#track(this.#test(id, definition, by));
  }

  /** Undoes what tests of these fabrics left changed whose replica went away. */
  async restoreLeft(fabrics: string[]): Promise<void> {
    for (const { id, fabric, intent } of await this.#options.store.left(
      fabrics,
    )) {
      const steps = TestSteps.begin();
      const done = intent
        ? await this.#restore(steps, intent)
        : steps.skip('restore', 'Nothing was changed');
      if (!done) {
        this.#options.logger.warn(
          `A self-test of fabric '${fabric}' left ${intent?.kind} '${intent?.name}' changed; restoring it is tried again`,
        );
        continue;
      }
      await this.#finish(
        id,
        fabric,
        steps.result(
          intent,
          'The replica that ran the self-test went away; what it changed is restored',
        ),
      );
    }
  }

  /** Ends tests early: what they changed is restored before. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled(this.#running);
  }

  async #test(
    id: string,
    definition: FabricDefinition,
    by: string,
  ): Promise<SelfTest> {
    const steps = TestSteps.begin();
    let intent: TestIntent | undefined;
    try {
      intent = await steps.take(
        'choose',
        () => this.#choose(id, definition),
        chosen => `Chose ${fieldOf(chosen)}`,
      );
      if (intent) await this.#changeAndSee(id, steps, definition.name, intent);
    } finally {
      steps.skipRest();
    }
    const result = steps.result(intent);
    // One whose field is not restored stays open, and is restored by the lease holder later
    if (steps.isRestored) await this.#finish(id, definition.name, result, by);
    return result;
  }

  async #changeAndSee(
    id: string,
    steps: TestSteps,
    fabric: string,
    intent: TestIntent,
  ): Promise<void> {
    const { kind, name } = intent;
    const changed = await steps.take('change', async () => {
      if (!(await this.#options.store.intend(id, intent))) {
        throw new ConflictError('The test was given up meanwhile');
      }
      steps.intends();
      await this.#objectOf(intent).change(this.#stopping.signal);
      return `Changed ${fieldOf(intent)}`;
    });
    if (changed) {
      await steps.take('see', async () => {
        await this.#until(async () => (await this.#drifts(fabric, intent)) > 0);
        return `A finding tells of ${kind} '${name}'`;
      });
    }
    if (!(await this.#restore(steps, intent)) || !changed) return;
    await steps.take('resolve', async () => {
      await this.#until(async () => {
        const [drifts, state] = await Promise.all([
          this.#drifts(fabric, intent),
          this.#options.states.get(fabric, kind, name),
        ]);
        return drifts === 0 && state?.state !== 'drifted';
      });
      return 'The finding is resolved';
    });
  }

  async #choose(
    seed: string,
    { name: fabric, cluster, namespace }: FabricDefinition,
  ): Promise<TestIntent> {
    const { states, findings, live } = this.#options;
    const client = live.client(cluster, namespace);
    let tries = 0;
    for (const kind of TESTED_KINDS) {
      const { items } = await states.page(fabric, {
        kind,
        state: 'synced',
        sort: 'name',
        limit: CANDIDATES,
      });
      for (const { name } of seededOrder(items, seed, item => item.name)) {
        // One that somebody acknowledged or suppressed would not be told of as a new one
        if ((await findings.openOf(fabric, kind, name)).length > 0) continue;
        if (++tries > TRIES) break;
        const object = await client.get(kind, name, this.#stopping.signal);
        const field = pickField(object);
        if (!field) continue;
        const { managedFields: managers } = object.metadata as {
          managedFields?: unknown;
        };
        return { cluster, namespace, kind, name, ...field, managers };
      }
    }
    throw new ConflictError(
      'No server, VPC or switch is in sync and without findings; bring one in sync first',
    );
  }

  /** @returns whether the field is not, or no longer, as the test made it */
  async #restore(steps: TestSteps, intent: TestIntent): Promise<boolean> {
    const done = await steps.take('restore', async () => {
      const how = await this.#objectOf(intent).restore();
      return how === 'taken'
        ? 'Somebody else changed the field meanwhile; theirs is kept'
        : 'The field has its former value';
    });
    if (done) steps.restores();
    return done !== undefined;
  }

  #objectOf(intent: TestIntent): TestedObject {
    const { live } = this.#options;
    return TestedObject.create(
      live.client(intent.cluster, intent.namespace),
      intent,
    );
  }

  async #drifts(fabric: string, { kind, name }: TestIntent): Promise<number> {
    const found = await this.#options.findings.openOf(fabric, kind, name);
    return found.filter(({ type }) => type === 'drift').length;
  }

  async #until(isSo: () => Promise<boolean>): Promise<void> {
    const { signal } = this.#stopping;
    const deadline = performance.now() + WAIT_MS;
    while (!(await isSo())) {
      if (signal.aborted) throw new ConflictError('CNOC is shutting down');
      if (performance.now() > deadline) {
        throw new ConflictError(
          `Not within ${WAIT_MS / 1000} seconds; an ignore rule may hide it`,
        );
      }
      await sleep(POLL_MS, undefined, { signal }).catch(() => {});
    }
  }

  async #finish(
    id: string,
    fabric: string,
    result: SelfTest,
    actor?: string,
  ): Promise<void> {
    await this.#options.store.finish(id, result);
    await this.#options.activity.record(fabric, {
      type: 'fabric.tested',
      severity: result.ok ? undefined : 'warning',
      message: `Self-test: ${result.message}`,
      actor,
      resource: result.resource,
    });
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    return work.finally(() => this.#running.delete(work));
  }
}

function fieldOf(intent: TestIntent): string {
  return `${pathOf(intent)} of ${intent.kind} '${intent.name}'`;
}

export interface SelfTestServiceOptions {
  store: SelfTestStore;
  live: Pick<LiveService, 'client'>;
  /** Whether a cluster may be changed by a test */
  isLab(cluster: string): Promise<boolean>;
  states: Pick<ResourceStateStore, 'page' | 'get'>;
  findings: Pick<FindingStore, 'openOf'>;
  activity: Pick<ActivityService, 'record'>;
  logger: LoggerService;
  now: () => Date;
}
