import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface GitFixtureOptions {
  /** One object each */
  files: number;
  /** On the branch from the start */
  commits: number;
  /** To move the branch along */
  more: number;
  /** Files that a commit changes */
  changes: number;
}

/** A repository behind smart HTTP, whose branch `main` can be moved on. */
export class GitFixture {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #next: string[];
  readonly #folder: string;
  #folders = 0;

  private constructor(
    child: ChildProcess,
    folder: string,
    started: { url: string; next: string[] },
  ) {
    this.#child = child;
    this.#folder = folder;
    this.url = started.url;
    this.#next = started.next;
  }

  static async start(options: GitFixtureOptions): Promise<GitFixture> {
    const folder = await mkdtemp(path.join(tmpdir(), 'cnoc-bench-'));
    const child = fork(
      path.join(__dirname, 'gitProcess.ts'),
      [JSON.stringify(options)],
      {
        execArgv: process.execArgv,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    const started = await new Promise<{ url: string; next: string[] }>(
      (resolve, reject) => {
        child.on('message', (message: object) => {
          if ('url' in message) resolve(message as never);
        });
        child.once('exit', code =>
          reject(new Error(`The git server ended with ${code}`)),
        );
      },
    );
    child.removeAllListeners('exit');
    return new GitFixture(child, folder, started);
  }

  /** A new folder that goes with the fixture. */
  folder(): string {
    this.#folders += 1;
    return path.join(this.#folder, String(this.#folders));
  }

  /** Moves `main` to its next commit. */
  async move(): Promise<void> {
    const sha = this.#next.shift();
    if (!sha) throw new Error('The branch has no more commits to move to');
    const moved = new Promise<void>(resolve => {
      const hear = (message: object) => {
        if (!('moved' in message)) return;
        this.#child.off('message', hear);
        resolve();
      };
      this.#child.on('message', hear);
    });
    this.#child.send({ move: sha });
    await moved;
  }

  async stop(): Promise<void> {
    const ended = new Promise(resolve => this.#child.once('exit', resolve));
    this.#child.disconnect();
    await ended;
    await rm(this.#folder, { recursive: true, force: true });
  }
}
