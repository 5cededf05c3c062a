import type {
  AuditorService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { durationToMilliseconds } from '@backstage/types';
import type { Knex } from 'knex';
import { ActivityService } from './activity/ActivityService';
import { DatabaseActivityStore } from './activity/DatabaseActivityStore';
import { FabricAnnouncer } from './activity/FabricAnnouncer';
import { createChanges } from './changes/createChanges';
import type { People } from './changes/People';
import { DatabaseDeploymentStore } from './deployments/DatabaseDeploymentStore';
import { DatabasePlanStore } from './deployments/DatabasePlanStore';
import { DeploymentRunner } from './deployments/DeploymentRunner';
import { DeploymentService } from './deployments/DeploymentService';
import { pause } from './deployments/pause';
import { PlanService } from './deployments/PlanService';
import { DesiredService, ResourceParser } from './desired';
import { DatabaseFindingStore } from './drift/DatabaseFindingStore';
import { DatabaseResourceStateStore } from './drift/DatabaseResourceStateStore';
import { DriftService } from './drift/DriftService';
import { ResourceService } from './drift/ResourceService';
import { DatabaseFabricStore } from './fabrics/DatabaseFabricStore';
import { AddressPolicy } from './fabrics/network';
import { readFabricDefinitions } from './fabrics/readFabricDefinitions';
import { FabricPresenter } from './http/FabricPresenter';
import { LiveService, type LiveTimings } from './live';
import { DatabaseLeaseStore } from './reconcile/DatabaseLeaseStore';
import { DatabaseWakeStore } from './reconcile/DatabaseWakeStore';
import { FabricPass } from './reconcile/FabricPass';
import { PushWaker } from './reconcile/PushWaker';
import { Reconciler } from './reconcile/Reconciler';
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

  const fabrics = DatabaseFabricStore.create({ database });
  const announcer = FabricAnnouncer.create({ events, signals, logger });
  const activity = ActivityService.create({
    store: DatabaseActivityStore.create({ database }),
    fabrics,
    announcer,
    now,
  });

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

  const states = DatabaseResourceStateStore.create({ database });
  const findings = DatabaseFindingStore.create({ database });
  const compared = { states, findings, desired, live };
  const drift = DriftService.create({ ...compared, fabrics, activity, now });
  const resources = ResourceService.create(compared);

  const planStore = DatabasePlanStore.create({ database });
  const deploymentStore = DatabaseDeploymentStore.create({ database });
  const told = { desired, live, activity, now };
  const plans = PlanService.create({ ...told, store: planStore, fabrics });
  const deploying = { ...told, plans: planStore, store: deploymentStore };
  const deployments = DeploymentService.create(deploying);
  const runner = DeploymentRunner.create({ ...deploying, logger, pause });

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

  const wakes = DatabaseWakeStore.create({ database });
  const reconciler = Reconciler.create({
    definitions,
    leases: DatabaseLeaseStore.create({ database }),
    wakes,
    live,
    pass: FabricPass.create({ fabrics, desired, drift, activity, wakes }),
    runner,
    logger,
    pollMs: pollMsOf(config),
  });

  const pushWaker = PushWaker.create({ definitions, reconciler, logger });

  const presenter = FabricPresenter.create({
    desired,
    states,
    findings,
    deployments,
    repositories,
  });

  return {
    definitions,
    fabrics,
    activity,
    ...remotes,
    desired,
    parser,
    live,
    states,
    findings,
    resources,
    plans,
    deployments,
    ...edited,
    reconciler,
    presenter,
    /** Registers the fabrics and begins to work on them. */
    start: async () => {
      await fabrics.define(definitions);
      const known = await repositories.registry.all();
      for (const { name, repository } of definitions) {
        if (known.some(one => one.name === repository)) continue;
        logger.warn(
          `Fabric '${name}' reads repository '${repository}', which is neither configured nor registered yet`,
        );
      }
      await remotes.keyRotation.start();
      repositories.onPush(name => pushWaker.pushed(name));
      await remotes.pushEvents.subscribe(events);
      await reconciler.start();
    },
    /** Ends all work; an unfinished deployment is left to the next process. */
    stop: async () => {
      await pushWaker.stop();
      await reconciler.stop();
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
