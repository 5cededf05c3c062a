import { randomUUID } from 'node:crypto';
import type {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { CNOC_FABRIC_TOPIC } from '@cnoc/backstage-plugin-cnoc-common';
import type { CatalogRefresh } from './CatalogRefresh';
import { RunTrigger } from './RunTrigger';

const TASK_ID = 'cnoc-entities';
const WRITTEN_TOPIC = 'cnoc.catalog.written';

/**
 * Keeps fabrics and their resources in the catalog. All runs go through one global task, so that replicas take turns;
 * who wrote tells the others, because each remembers what it sent.
 */
export class CnocEntityProvider implements EntityProvider {
  readonly #refresh: CatalogRefresh;
  readonly #schedule: SchedulerServiceTaskScheduleDefinition;
  readonly #scheduler: SchedulerService;
  readonly #events: EventsService;
  readonly #trigger: RunTrigger;
  readonly #replica = randomUUID();

  static create(options: {
    refresh: CatalogRefresh;
    schedule: SchedulerServiceTaskScheduleDefinition;
    scheduler: SchedulerService;
    events: EventsService;
  }) {
    return new CnocEntityProvider(options);
  }

  private constructor(options: {
    refresh: CatalogRefresh;
    schedule: SchedulerServiceTaskScheduleDefinition;
    scheduler: SchedulerService;
    events: EventsService;
  }) {
    this.#refresh = options.refresh;
    this.#schedule = options.schedule;
    this.#scheduler = options.scheduler;
    this.#events = options.events;
    this.#trigger = RunTrigger.create({
      trigger: () => this.#scheduler.triggerTask(TASK_ID),
    });
  }

  getProviderName(): string {
    return 'cnoc';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#scheduler.scheduleTask({
      ...this.#schedule,
      scope: 'global',
      id: TASK_ID,
      fn: signal => this.#run(connection, signal),
    });
    // One id for all replicas: a change of a fabric asks for one run, whoever hears of it
    await this.#events.subscribe({
      id: 'cnoc-entities',
      topics: [CNOC_FABRIC_TOPIC],
      onEvent: async () => this.#trigger.request(),
    });
    await this.#events.subscribe({
      id: `cnoc-entities-${this.#replica}`,
      topics: [WRITTEN_TOPIC],
      onEvent: async ({ eventPayload }) => this.#heard(eventPayload),
    });
    this.#trigger.request();
  }

  /** Ends all timers; the scheduler ends a run under way. */
  stop(): void {
    this.#trigger.stop();
  }

  async #run(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<void> {
    const { complete, wrote } = await this.#refresh.run(connection, signal);
    this.#trigger.ended({ ok: complete });
    if (wrote) {
      await this.#events.publish({
        topic: WRITTEN_TOPIC,
        eventPayload: { replica: this.#replica, digest: wrote },
      });
    }
  }

  #heard(payload: unknown): void {
    const { replica, digest } = (payload ?? {}) as Record<string, unknown>;
    if (replica !== this.#replica && typeof digest === 'string') {
      this.#refresh.otherWrote(digest);
    }
  }
}
