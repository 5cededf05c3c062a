import { mockServices } from '@backstage/backend-test-utils';
import type {
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { aFabric } from '../testing/aFabric';
import { FakeEngine } from '../testing/FakeEngine';
import { CatalogRefresh } from './CatalogRefresh';
import { CnocEntityProvider } from './CnocEntityProvider';
import { FabricSource } from './FabricSource';

type Task = SchedulerServiceTaskScheduleDefinition &
  SchedulerServiceTaskInvocationDefinition;

/** A replica whose task runs when, and only when, it is triggered. */
async function startReplica(engine: FakeEngine, events: EventsService) {
  const tasks: Task[] = [];
  const scheduler = mockServices.scheduler.mock({
    scheduleTask: async task => {
      tasks.push(task);
    },
    triggerTask: async id =>
      tasks.find(task => task.id === id)!.fn(new AbortController().signal),
  });
  const applyMutation = jest.fn(async () => {});
  const provider = CnocEntityProvider.create({
    refresh: CatalogRefresh.create({
      source: FabricSource.create({
        api: engine.api(),
        token: async () => 'token',
      }),
      logger: mockServices.logger.mock(),
    }),
    schedule: { frequency: { minutes: 1 }, timeout: { minutes: 10 } },
    scheduler,
    events,
  });
  await provider.connect({ applyMutation, refresh: async () => {} });
  return { provider, applyMutation, scheduler, tasks };
}

describe('CnocEntityProvider', () => {
  let engine: FakeEngine;
  let events: EventsService;
  const started: CnocEntityProvider[] = [];

  beforeEach(() => {
    jest.useFakeTimers();
    engine = new FakeEngine();
    engine.set(aFabric(), []);
    events = mockServices.events();
  });
  afterEach(() => {
    started.splice(0).forEach(provider => provider.stop());
    jest.useRealTimers();
  });

  async function start() {
    const replica = await startReplica(engine, events);
    started.push(replica.provider);
    return replica;
  }

  const fabricChanged = () =>
    events.publish({
      topic: 'cnoc.fabric',
      eventPayload: { fabric: 'lab', revision: 2 },
    });

  it('is named cnoc and runs as one global task', async () => {
    const { provider, tasks } = await start();
    expect(provider.getProviderName()).toBe('cnoc');
    expect(tasks).toEqual([
      expect.objectContaining({ id: 'cnoc-entities', scope: 'global' }),
    ]);
  });

  it('runs at start', async () => {
    const { applyMutation } = await start();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(applyMutation).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'full' }),
    );
  });

  it('runs once for many changes, and tells the catalog of them', async () => {
    const { applyMutation, scheduler } = await start();
    await jest.advanceTimersByTimeAsync(10_000);
    engine.set(aFabric({ revision: 2, title: 'New' }), []);
    for (let i = 0; i < 50; i += 1) await fabricChanged();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(scheduler.triggerTask).toHaveBeenCalledTimes(2);
    expect(applyMutation).toHaveBeenLastCalledWith(
      expect.objectContaining({ type: 'delta' }),
    );
  });

  it('runs again by itself after a failed read', async () => {
    engine.failing.set('fabrics', new Error('away'));
    const { applyMutation } = await start();
    await jest.advanceTimersByTimeAsync(3_000);
    expect(applyMutation).not.toHaveBeenCalled();
    engine.failing.clear();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(applyMutation).toHaveBeenCalledTimes(1);
  });

  it('forgets what it sent when another replica sent something else', async () => {
    const one = await start();
    await jest.advanceTimersByTimeAsync(10_000);
    const other = await start();
    engine.set(aFabric({ revision: 2, title: 'New' }), []);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(other.applyMutation).toHaveBeenCalledTimes(1);
    one.applyMutation.mockClear();
    await one.scheduler.triggerTask('cnoc-entities');
    expect(one.applyMutation).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'full' }),
    );
  });

  it('does not forget when its own news comes late', async () => {
    const news: unknown[] = [];
    await events.subscribe({
      id: 'test',
      topics: ['cnoc.catalog.written'],
      onEvent: async ({ eventPayload }) => {
        news.push(eventPayload);
      },
    });
    const { applyMutation, scheduler } = await start();
    await jest.advanceTimersByTimeAsync(10_000);
    engine.set(aFabric({ revision: 2, title: 'New' }), []);
    await scheduler.triggerTask('cnoc-entities');
    expect(news).toHaveLength(2);
    applyMutation.mockClear();
    await events.publish({
      topic: 'cnoc.catalog.written',
      eventPayload: news[0],
    });
    await scheduler.triggerTask('cnoc-entities');
    expect(applyMutation).not.toHaveBeenCalled();
  });

  it('heeds no news that it does not understand', async () => {
    const { applyMutation, scheduler } = await start();
    await jest.advanceTimersByTimeAsync(10_000);
    for (const eventPayload of [undefined, null, 'x', { digest: 5 }]) {
      await events.publish({ topic: 'cnoc.catalog.written', eventPayload });
    }
    await scheduler.triggerTask('cnoc-entities');
    expect(applyMutation).toHaveBeenCalledTimes(1);
  });

  it('leaves no timer behind', async () => {
    const { provider } = await start();
    provider.stop();
    await fabricChanged();
    expect(jest.getTimerCount()).toBe(0);
  });
});
