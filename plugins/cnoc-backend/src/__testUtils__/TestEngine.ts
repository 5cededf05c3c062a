import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { Lab } from '@cnoc/lab';
import type { Knex } from 'knex';
import { createEngine, type Engine } from '../engine';
import { labConfig } from './labConfig';

/** Waits of live state, short enough for tests. */
export const quickTimings = {
  retryMinMs: 20,
  retryMaxMs: 200,
  probeMs: 200,
  coalesceMs: 10,
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
  lab: Lab;
  database: Knex;
  /** Do not start; for a replica that is only asked */
  idle?: boolean;
  config?: object;
}): Promise<TestEngine> {
  const directory = await mkdtemp(join(tmpdir(), 'cnoc-test-git-'));
  const engine = createEngine({
    config: mockServices.rootConfig({
      data: options.config ?? labConfig(options.lab),
    }),
    database: options.database,
    logger: mockServices.logger.mock(),
    events: mockServices.events.mock({ publish: async () => {} }),
    signals: { publish: async () => {} },
    directory,
    liveTimings: quickTimings,
  });
  if (!options.idle) await engine.start();
  return {
    engine,
    stop: async () => {
      await engine.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
