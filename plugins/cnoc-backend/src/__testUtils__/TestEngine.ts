import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Lab } from '@cnoc/lab';
import type { Knex } from 'knex';
import { sharedParser } from '../desired/__testUtils__/sharedParser';
import { createEngine, type Engine } from '../engine';
import { labConfig } from './labConfig';

/** Takes every event and tells nobody. */
export const quietAuditor = mockServices.auditor.mock({
  createEvent: async () => ({
    success: async () => {},
    fail: async () => {},
  }),
});

/** Waits of live state, short enough for tests. */
export const quickTimings = {
  retryMinMs: 20,
  retryMaxMs: 200,
  probeMs: 200,
  coalesceMs: 10,
  quietMs: 50,
  flushMs: 10,
  tickMs: 200,
  contactMs: 200,
};

/** One replica of the engine against a lab. */
export interface TestEngine {
  engine: Engine;
  stop: () => Promise<void>;
}

export async function startTestEngine(options: {
  /** Not needed with a configuration of one's own */
  lab?: Lab;
  database: Knex;
  /** Do not start; for a replica that is only asked */
  idle?: boolean;
  config?: object;
  auditor?: AuditorService;
  logger?: LoggerService;
  /** The clock of this replica; default the machine's */
  now?: () => Date;
}): Promise<TestEngine> {
  const directory = await mkdtemp(join(tmpdir(), 'cnoc-test-git-'));
  const remove = () => rm(directory, { recursive: true, force: true });
  const engine = await buildEngine(options, directory).catch(async error => {
    await remove();
    throw error;
  });
  if (!options.idle) await engine.start();
  return {
    engine,
    stop: async () => {
      await engine.stop();
      await remove();
    },
  };
}

async function buildEngine(
  options: Parameters<typeof startTestEngine>[0],
  directory: string,
): Promise<Engine> {
  return createEngine({
    auditor: options.auditor ?? quietAuditor,
    config: mockServices.rootConfig({
      data: options.config ?? labConfig(options.lab!),
    }),
    database: options.database,
    logger: options.logger ?? mockServices.logger.mock(),
    events: mockServices.events.mock({
      publish: async () => {},
      subscribe: async () => {},
    }),
    signals: { publish: async () => {} },
    directory,
    parser: sharedParser,
    now: options.now,
    liveTimings: quickTimings,
  });
}
