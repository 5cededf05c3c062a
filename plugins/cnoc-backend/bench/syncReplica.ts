import path from 'node:path';
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import createKnex, { type Knex } from 'knex';
import { DesiredService, ResourceParser, type SyncRun } from '../src/desired';
import type { FabricDefinition } from '../src/fabrics/FabricDefinition';
import { noFence } from '../src/fabrics/Fence';
import { AddressPolicy } from '../src/fabrics/network';
import { createGitEngine, RepositoryService } from '../src/repositories';

const fabric: FabricDefinition = {
  name: 'bench',
  repository: 'bench',
  path: 'fabric',
  cluster: 'bench',
  namespace: 'default',
};

const silent = {
  ...Object.fromEntries(
    ['error', 'warn', 'info', 'debug'].map(level => [level, () => {}]),
  ),
  child: () => silent,
} as unknown as LoggerService;
const unaudited: AuditorService = {
  createEvent: async () => ({ success: async () => {}, fail: async () => {} }),
};

/** One parser for all replicas: a process has one, and its workers are up but for the very first commit. */
export const parser = ResourceParser.create();

/** Reads one fabric into a database of its own, with a cache of its own. */
export class SyncReplica {
  readonly database: Knex;
  readonly desired: DesiredService;

  private constructor(database: Knex, desired: DesiredService) {
    this.database = database;
    this.desired = desired;
  }

  static async create(url: string, directory: string): Promise<SyncReplica> {
    const database = createKnex({
      client: 'better-sqlite3',
      connection: { filename: ':memory:' },
      useNullAsDefault: true,
      pool: { min: 1, max: 1, idleTimeoutMillis: 2 ** 31 - 1 },
    });
    await database.migrate.latest({
      directory: path.join(__dirname, '..', 'migrations'),
    });
    const config = new ConfigReader({
      cnoc: {
        network: { allow: ['127.0.0.1'] },
        repositories: [{ name: 'bench', url }],
      },
    });
    const policy = AddressPolicy.fromConfig(config);
    const shared = { database, logger: silent, now: () => new Date() };
    const repositories = RepositoryService.fromConfig({
      ...shared,
      config,
      auditor: unaudited,
      policy,
      engine: createGitEngine({ ...shared, config, directory, policy }),
    });
    return new SyncReplica(
      database,
      DesiredService.create({ ...shared, parser, repositories }),
    );
  }

  /** Reads the fabric, and makes sure of what that did. */
  async sync(expected?: SyncRun['changed']): Promise<void> {
    const run = await this.desired.sync(fabric, { fence: noFence });
    const did = JSON.stringify(run.changed);
    if (
      run.state !== 'synced' ||
      (expected && did !== JSON.stringify(expected))
    ) {
      throw new Error(`The sync ${run.state}: ${run.message ?? did}`);
    }
  }

  /** As the poll of a second fabric of the same repository: the remote has just been asked. */
  async poll(): Promise<void> {
    const { changed } = await this.desired.poll(fabric);
    if (changed) throw new Error('Nothing was to change');
  }

  stop(): Promise<void> {
    return this.database.destroy();
  }
}
