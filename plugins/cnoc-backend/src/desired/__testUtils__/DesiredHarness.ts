import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { FabricDefinition } from '../../fabrics/FabricDefinition';
import { AddressPolicy } from '../../fabrics/network';
import type { ServedShapes } from '../../live';
import { RepositoryService, SystemGitEngine } from '../../repositories';
import {
  TestFile,
  TestGitServer,
} from '../../repositories/__testUtils__/TestGitServer';
import { DesiredService } from '../DesiredService';
import { sharedParser } from './sharedParser';

export const clos: FabricDefinition = {
  name: 'clos',
  repository: 'lab',
  path: 'f',
  cluster: 'c',
  namespace: 'default',
};
export const mesh: FabricDefinition = { ...clos, name: 'mesh', path: 'g' };

/** A small resource. */
export function vlans(name: string, to = 2999): string {
  return `apiVersion: wiring.githedgehog.com/v1beta1
kind: VLANNamespace
metadata:
  name: ${name}
spec:
  ranges:
    - { from: 1000, to: ${to} }
`;
}

/** A git server with a branch that grows, and replicas that read it. */
export class DesiredHarness {
  readonly server: TestGitServer;
  readonly directory = mkdtempSync(join(tmpdir(), 'cnoc-cache-'));
  readonly #database: Knex;
  files: Record<string, TestFile> = {};
  tip: string | undefined;
  time = new Date('2026-03-01T12:00:00Z');
  served: ServedShapes | undefined;
  /** Further settings of the repository */
  repository: JsonObject = {};

  private constructor(server: TestGitServer, database: Knex) {
    this.server = server;
    this.#database = database;
  }

  static async start(database: Knex): Promise<DesiredHarness> {
    return new DesiredHarness(await TestGitServer.start(), database);
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Commits changes on top of what is there; undefined removes a file. */
  push(
    changes: Record<string, TestFile | undefined>,
    options: { message?: string; name?: string } = {},
  ): string {
    for (const [path, file] of Object.entries(changes)) {
      if (file === undefined) delete this.files[path];
      else this.files[path] = file;
    }
    this.tip = this.server.commit(this.files, {
      ...options,
      parents: this.tip ? [this.tip] : [],
    });
    return this.tip;
  }

  /** Time enough for an answer about the head to be too old. */
  wait(): void {
    this.time = new Date(this.time.getTime() + 10_000);
  }

  /** A replica: it shares the tables, and the cache of git unless told otherwise. */
  replica(directory = this.directory): DesiredService {
    const config = new ConfigReader({
      cnoc: {
        network: { allow: ['127.0.0.1'] },
        repositories: [
          { name: 'lab', url: this.server.url, ...this.repository },
        ],
      },
    });
    const policy = AddressPolicy.fromConfig(config);
    const shared = {
      database: this.#database,
      logger: mockServices.logger.mock(),
      now: () => this.time,
    };
    return DesiredService.create({
      ...shared,
      parser: sharedParser,
      servedBy: () => this.served,
      repositories: RepositoryService.fromConfig({
        ...shared,
        config,
        engine: SystemGitEngine.create({ directory, policy }),
        auditor: mockServices.auditor.mock(),
        policy,
      }),
    });
  }
}
