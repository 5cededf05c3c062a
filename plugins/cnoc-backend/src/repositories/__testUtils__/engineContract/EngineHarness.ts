import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AddressPolicy } from '../../../fabrics/network';
import { GitBudgets } from '../../git/GitBudgets';
import { GitEngine, GitRemote } from '../../git/GitEngine';
import { EngineTask } from '../startEngineProcess';
import { TestGitServer } from '../TestGitServer';

export interface EngineUnderTest extends GitEngine {
  close(): Promise<void>;
}

export type CreateEngine = (options: {
  directory: string;
  policy: AddressPolicy;
  budgets?: Partial<GitBudgets>;
}) => EngineUnderTest;

/** A server and an empty folder for each test, and engines that end with it. */
export class EngineHarness {
  server!: TestGitServer;
  directory!: string;
  remote!: GitRemote;
  readonly kind: EngineTask['engine'];
  readonly #create: CreateEngine;
  readonly #policy = AddressPolicy.create(['127.0.0.1']);
  #engines: EngineUnderTest[] = [];

  constructor(kind: EngineTask['engine'], create: CreateEngine) {
    this.kind = kind;
    this.#create = create;
  }

  async start(): Promise<void> {
    this.server = await TestGitServer.start();
    this.directory = mkdtempSync(join(tmpdir(), 'cnoc-cache-'));
    this.remote = { name: 'lab', url: this.server.url };
    this.#engines = [];
  }

  async stop(): Promise<void> {
    await Promise.all(this.#engines.map(engine => engine.close()));
    await this.server.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  engine(
    budgets?: Partial<GitBudgets>,
    policy = this.#policy,
  ): EngineUnderTest {
    const { directory } = this;
    const engine = this.#create({ directory, policy, budgets });
    this.#engines.push(engine);
    return engine;
  }

  /** All files below a path, as text. */
  async textsOf(
    git: GitEngine,
    sha: string,
    path = '',
  ): Promise<Record<string, string>> {
    const tree = await git.tree(this.remote, sha, path);
    const blobs = await git.blobs(
      this.remote,
      tree.map(entry => entry.oid),
    );
    return Object.fromEntries(
      tree.map(entry => [
        entry.path,
        Buffer.from(blobs.get(entry.oid)!).toString(),
      ]),
    );
  }
}
