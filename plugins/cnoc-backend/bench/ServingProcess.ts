import { fork, type ChildProcess } from 'node:child_process';

/** Something that serves in a process of its own, so that serving does not slow down what is measured. */
export class ServingProcess<Told extends object> {
  readonly told: Told;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, told: Told) {
    this.#child = child;
    this.told = told;
  }

  /** Resolves with what the process tells once it serves; rejects when it ends before. */
  static async start<Told extends object>(
    name: string,
    file: string,
    args: readonly string[] = [],
  ): Promise<ServingProcess<Told>> {
    const child = fork(file, args, {
      execArgv: process.execArgv,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const told = await new Promise<Told>((resolve, reject) => {
      // The loader of TypeScript tells its own things through the same channel.
      child.on('message', (message: object) => {
        if ('url' in message || 'urls' in message) resolve(message as Told);
      });
      child.once('exit', code =>
        reject(new Error(`${name} ended with ${code}`)),
      );
    });
    return new ServingProcess(child, told);
  }

  async stop(): Promise<void> {
    this.#child.removeAllListeners('exit');
    const ended = new Promise(resolve => this.#child.once('exit', resolve));
    this.#child.disconnect();
    await ended;
  }
}
