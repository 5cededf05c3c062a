import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Report {
  started?: string;
  stopped?: string;
  ended?: string;
  pid?: number;
  code?: number | string;
}

const LOG_LINES = 20;

/** Processes that end with this one, however it ends; their output goes to files in `folder`, which goes with them. */
export class Keeper {
  readonly folder: string;
  readonly #process: ChildProcess;
  readonly #ended = new Map<string, number | string>();

  private constructor(folder: string) {
    this.folder = folder;
    this.#process = fork(join(__dirname, 'keeper.mjs'), [folder], {
      // Of its own group: Ctrl-C reaches the tests first, which then let go of the keeper.
      detached: true,
      stdio: 'ignore',
      execArgv: [],
      // The test runner's options are not for helpers.
      env: { PATH: process.env.PATH },
    });
    this.#process.on('message', ({ ended, code }: Report) => {
      if (ended) this.#ended.set(ended, code ?? 0);
    });
  }

  static create(folder: string): Keeper {
    return new Keeper(folder);
  }

  async start(name: string, command: string, args: string[]): Promise<void> {
    this.#ended.delete(name);
    const report = this.#next(
      ({ started, ended }) => started === name || ended === name,
    );
    this.#process.send({ start: name, command, args, log: this.#log(name) });
    await report;
    await this.assertRuns(name);
  }

  async stop(name: string): Promise<void> {
    const report = this.#next(({ stopped }) => stopped === name);
    this.#process.send({ stop: name });
    await report;
  }

  /** Throws, with the last lines of its log, when the process has ended. */
  async assertRuns(name: string): Promise<void> {
    if (!this.#ended.has(name)) {
      return;
    }
    const log = await readFile(this.#log(name), 'utf8').catch(() => '');
    throw new Error(
      `${name} ended (${this.#ended.get(name)}). Its last lines:\n${log
        .trimEnd()
        .split('\n')
        .slice(-LOG_LINES)
        .join('\n')}`,
    );
  }

  /** Ends all processes and removes the folder. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) {
      return;
    }
    const gone = new Promise(resolve => this.#process.once('exit', resolve));
    if (this.#process.connected) {
      this.#process.disconnect();
    }
    await gone;
  }

  #log(name: string): string {
    return join(this.folder, `${name}.log`);
  }

  #next(isIt: (report: Report) => boolean): Promise<Report> {
    return new Promise((resolve, reject) => {
      const child = this.#process;
      const settle = () => {
        child.off('message', hear);
        child.off('exit', fail);
      };
      function hear(report: Report) {
        if (isIt(report)) {
          settle();
          resolve(report);
        }
      }
      function fail() {
        settle();
        reject(new Error('The keeper of the control plane ended.'));
      }
      child.on('message', hear);
      child.on('exit', fail);
    });
  }
}
