import type {
  AuditorService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { durationToMilliseconds } from '@backstage/types';
import type { Knex } from 'knex';
import { ActivityService } from './activity/ActivityService';
import { activityRoom } from './activity/activityRoom';
import { DatabaseActivityStore } from './activity/DatabaseActivityStore';
import { FabricAnnouncer } from './activity/FabricAnnouncer';
import { changesRoom } from './changes/changesRoom';
import { FabricTails } from './activity/FabricTails';
import { DatabaseNoticeStore } from './activity/notifications/DatabaseNoticeStore';
import { Notifier } from './activity/notifications/Notifier';
import { createChanges } from './changes/createChanges';
import type { People } from './changes/People';
import { DatabaseDeploymentStore } from './deployments/DatabaseDeploymentStore';
import { DatabasePlanStore } from './deployments/DatabasePlanStore';
import { deploymentWrites } from './deployments/deploymentWrites';
import { DeploymentRunner } from './deployments/DeploymentRunner';
import { DeploymentService } from './deployments/DeploymentService';
import { deploymentsRoom } from './deployments/deploymentsRoom';
import { pause } from './deployments/pause';
import { PlanService } from './deployments/PlanService';
import { DesiredService, ResourceParser } from './desired';
import { desiredRoom } from './desired/desiredRoom';
import { DatabaseFindingStore } from './drift/DatabaseFindingStore';
import { DatabaseResourceStateStore } from './drift/DatabaseResourceStateStore';
import { driftRoom } from './drift/driftRoom';
import type { WritesOf } from './drift/DeploymentWrite';
import { DriftService } from './drift/DriftService';
import { FindingService } from './drift/FindingService';
import { DatabaseHistoryStore } from './drift/history/DatabaseHistoryStore';
import { DatabaseIgnoreRuleStore } from './drift/ignore/DatabaseIgnoreRuleStore';
import { IgnoreRuleService } from './drift/ignore/IgnoreRuleService';
import { ResourceService } from './drift/ResourceService';
import { DatabaseFabricStore } from './fabrics/DatabaseFabricStore';
import { FabricRegistry } from './fabrics/FabricRegistry';
import { AddressPolicy } from './fabrics/network';
import { readFabricDefinitions } from './fabrics/readFabricDefinitions';
import { EngineHealth } from './http/EngineHealth';
import { EventStreams } from './http/EventStreams';
import { FabricPresenter } from './http/FabricPresenter';
import { LiveService, type LiveTimings } from './live';
import { liveRoom } from './live/liveRoom';
import { DatabaseLeaseStore } from './reconcile/DatabaseLeaseStore';
import { DatabaseWakeStore } from './reconcile/DatabaseWakeStore';
import { FabricPass } from './reconcile/FabricPass';
import { PushWaker } from './reconcile/PushWaker';
import { Reconciler } from './reconcile/Reconciler';
import { reconcileRoom } from './reconcile/reconcileRoom';
import { DatabaseSelfTestStore } from './reconcile/selfTest/DatabaseSelfTestStore';
import { SelfTestService } from './reconcile/selfTest/SelfTestService';
import { createGitEngine, createRepositories } from './repositories';

const DEFAULT_POLL_MS = 60_000;
const SHORTEST_POLL_MS = 1_000;

/** The rooms of the engine, wired. */
export type Engine = ReturnType<typeof createEngine>;

/**
 * Builds one replica of the engine; nothing runs before its reconciler is started.
 *
 * @throws InputError when the configuration cannot be used
 */
export function createEngine(options: {
  auditor: AuditorService;
  config: RootConfigService;
  database: Knex;
  logger: LoggerService;
  events: EventsService;
  signals: SignalsService;
  /** Absent = nobody is notified */
  notifications?: NotificationService;
  /** Folder for cached git objects */
  directory: string;
  now?: () => Date;
  /** Who people are in commits; default what their names say */
  people?: People;
  /** For tests: one for many engines, which the caller closes */
  parser?: ResourceParser;
  /** For tests */
  liveTimings?: Partial<LiveTimings>;
}) {
  const { auditor, config, database, logger, events, signals, directory } =
    options;
  const now = options.now ?? (() => new Date());
  const definitions = readFabricDefinitions(config);
  const policy = AddressPolicy.fromConfig(config);

  const fabrics = DatabaseFabricStore.create({
    database,
    rooms: [
      reconcileRoom,
      deploymentsRoom,
      changesRoom,
      driftRoom,
      desiredRoom,
      liveRoom,
      activityRoom,
    ],
  });
  const announcer = FabricAnnouncer.create({ events, signals, logger });
  const activityStore = DatabaseActivityStore.create({ database });
  const activity = ActivityService.create({
    store: activityStore,
    fabrics,
    announcer,
    now,
  });
  const tails = FabricTails.create({ store: activityStore, logger });
  activity.onRecord(fabric => tails.wake(fabric));
  const streams = EventStreams.create();

  const git = createGitEngine({ config, directory, logger, policy });
  const remotes = createRepositories({
    auditor,
    config,
    database,
    engine: git,
    logger,
    now,
    policy,
  });
  const { repositories } = remotes;
  const parser = options.parser ?? ResourceParser.create();
  const live = LiveService.fromConfig({
    config,
    database,
    logger,
    policy,
    secrets: remotes.secrets,
    now,
    timings: options.liveTimings,
  });
  const desired = DesiredService.create({
    database,
    repositories,
    parser,
    servedBy: ({ cluster }) => live.schemas.of(cluster),
    logger,
    now,
  });

  const clusterOf = (name: string) => live.clusters.get(name);
  const isLab = async (cluster: string) =>
    (await clusterOf(cluster))?.lab ?? false;
  const fabricRegistry = FabricRegistry.create({
    configured: definitions,
    store: fabrics,
    places: {
      hasRepository: async name =>
        (await repositories.registry.all({ fresh: true })).some(
          one => one.name === name,
        ),
      cluster: clusterOf,
      isSameCluster: (one, other) => live.connections.isSame(one, other),
    },
    now,
    onError: error =>
      logger.warn(
        `The fabrics could not be read and are tried again: ${
          error instanceof Error ? error.name : 'unknown error'
        }`,
      ),
  });

  const states = DatabaseResourceStateStore.create({ database });
  const findings = DatabaseFindingStore.create({ database });
  const notifier = Notifier.fromConfig({
    config,
    store: DatabaseNoticeStore.create({ database }),
    fabrics,
    service: options.notifications,
    unresolved: async fabric => (await findings.open(fabric)).length,
    logger,
  });
  activity.onRecord(fabric => notifier.wake(fabric));
  const rules = DatabaseIgnoreRuleStore.create({ database });
  const history = DatabaseHistoryStore.create({ database });
  // Deployments stand above the comparison, which only wants to know who wrote
  const writesOf: WritesOf = (fabric, resources) =>
    deploymentWrites(database, fabric, resources);
  const kept = { states, findings, rules, history, writesOf };
  const compared = { ...kept, desired, live };
  const drift = DriftService.create({ ...compared, fabrics, activity, now });
  const resources = ResourceService.create(compared);
  const decided = { activity, now };
  const triage = FindingService.create({ ...decided, store: findings });
  const ignoreRules = IgnoreRuleService.create({ ...decided, store: rules });

  const planStore = DatabasePlanStore.create({ database });
  const deploymentStore = DatabaseDeploymentStore.create({ database });
  const told = { desired, live, activity, now };
  const plans = PlanService.create({ ...told, store: planStore, fabrics });
  const deploying = { ...told, plans: planStore, store: deploymentStore };
  const deployments = DeploymentService.create(deploying);
  const runner = DeploymentRunner.create({ ...deploying, logger, pause });

  const selfTests = SelfTestService.create({
    store: DatabaseSelfTestStore.create({ database }),
    live,
    isLab,
    states,
    findings,
    activity,
    logger,
    now,
  });

  const edited = createChanges({
    ...told,
    config,
    database,
    logger,
    parser,
    people: options.people,
    policy,
    repositories,
  });

  const leases = DatabaseLeaseStore.create({ database });
  const wakes = DatabaseWakeStore.create({ database });
  const reconciler = Reconciler.create({
    registry: fabricRegistry,
    fabrics,
    selfTests,
    onClusterChange: listener => live.clusters.onChange(listener),
    leases,
    wakes,
    live,
    pass: FabricPass.create({ fabrics, desired, drift, activity, wakes }),
    runner,
    logger,
    pollMs: pollMsOf(config),
  });

  const pushWaker = PushWaker.create({
    registry: fabricRegistry,
    reconciler,
    logger,
  });

  const presenter = FabricPresenter.create({
    desired,
    states,
    findings,
    deployments,
    repositories,
    isLab,
  });

  const health = EngineHealth.create({
    database,
    fabrics,
    repositories,
    leases,
    now,
  });

  return {
    definitions,
    fabrics,
    fabricRegistry,
    selfTests,
    activity,
    tails,
    streams,
    health,
    notifier,
    ...remotes,
    desired,
    parser,
    live,
    states,
    findings,
    triage,
    ignoreRules,
    history,
    resources,
    plans,
    deployments,
    ...edited,
    reconciler,
    presenter,
    /** Registers the fabrics and begins to work on them. */
    start: async () => {
      await live.clusters.start();
      await fabricRegistry.start();
      const known = await repositories.registry.all();
      for (const { name, repository } of fabricRegistry.known()) {
        if (known.some(one => one.name === repository)) continue;
        logger.warn(
          `Fabric '${name}' reads repository '${repository}', which is neither configured nor registered yet`,
        );
      }
      await remotes.keyRotation.start();
      repositories.onPush(name => pushWaker.pushed(name));
      await remotes.pushEvents.subscribe(events);
      await tails.subscribe(events);
      notifier.start();
      await reconciler.start();
    },
    /** Ends all work; an unfinished deployment is left to the next process. */
    stop: async () => {
      streams.close();
      tails.close();
      await notifier.stop();
      await pushWaker.stop();
      await selfTests.stop();
      await reconciler.stop();
      await fabricRegistry.stop();
      await remotes.keyRotation.stop();
      await remotes.credentials.close();
      announcer.close();
      await live.close();
      await git.close?.();
      if (!options.parser) await parser.close();
    },
  };
}

function pollMsOf(config: RootConfigService): number {
  if (!config.has('cnoc.git.pollInterval')) return DEFAULT_POLL_MS;
  const interval = durationToMilliseconds(
    readDurationFromConfig(config, { key: 'cnoc.git.pollInterval' }),
  );
  return Math.max(SHORTEST_POLL_MS, interval);
}
