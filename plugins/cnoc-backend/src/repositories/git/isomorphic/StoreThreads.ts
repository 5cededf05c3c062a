import { Worker } from 'node:worker_threads';
import { InputError } from '@backstage/errors';
import { GitError } from '../GitError';
import { gitError } from '../gitFailure';
import type {
  StoreAnswer,
  StoreCall,
  StoreCalls,
  StoreRequest,
} from './storeCalls';
import { storeThreadFile, storeThreadRole } from './storeThread';

// In the source tree the module is TypeScript, which the thread has to be taught; built it is plain JavaScript.
const bootstrap = `
  const { workerData } = require('node:worker_threads');
  const load = require('node:module').createRequire(workerData.file);
  if (workerData.file.endsWith('.ts')) load('@backstage/cli/config/nodeTransform.cjs');
  load(workerData.file);
`;

const maxThreads = 2;
const idleMs = 30_000;
const memoryMb = 512;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** One thread and those who wait for it. */
class StoreThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: () => void;
  #idle: NodeJS.Timeout | undefined;
  #nextId = 0;

  constructor(ended: () => void) {
    this.#ended = ended;
    this.#worker = new Worker(bootstrap, {
      eval: true,
      workerData: { file: storeThreadFile, role: storeThreadRole },
      // Nothing that the backend holds in its environment is needed there.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    this.#worker.on('message', (answer: StoreAnswer) => this.#settle(answer));
    this.#worker.on('error', error =>
      this.end(
        gitError(
          (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? 'tooLarge'
            : 'failed',
        ),
      ),
    );
    this.#worker.on('exit', () => this.end(gitError('failed')));
    this.#worker.unref();
  }

  get load(): number {
    return this.#waiting.size;
  }

  ask(request: Omit<StoreRequest, 'id'>): Promise<unknown> {
    const id = this.#nextId;
    this.#nextId += 1;
    clearTimeout(this.#idle);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id, ...request });
    });
  }

  /** Stops the thread whatever it does. */
  end(error: Error): void {
    clearTimeout(this.#idle);
    this.#ended();
    for (const { reject } of this.#waiting.values()) {
      reject(error);
    }
    this.#waiting.clear();
    this.#worker.terminate().catch(() => undefined);
  }

  #settle(answer: StoreAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) {
      this.#worker.unref();
      this.#idle = setTimeout(() => this.end(gitError('failed')), idleMs);
      this.#idle.unref();
    }
    if (!waiting) {
      return;
    }
    if ('value' in answer) {
      waiting.resolve(answer.value);
      return;
    }
    const { name, message, reason } = answer.error;
    waiting.reject(
      name === 'InputError'
        ? new InputError(message)
        : new GitError(reason ?? 'cache', message),
    );
  }
}

/** A few threads that read and write cached repositories; they start when needed and end when idle. */
export class StoreThreads {
  readonly #threads = new Set<StoreThread>();

  static create(): StoreThreads {
    return new StoreThreads();
  }

  /** @throws GitError `timeout` or `aborted` after stopping the thread in the middle of its work */
  async call<C extends StoreCall>(
    gitdir: string,
    call: C,
    args: StoreCalls[C]['takes'],
    options: { timeoutMs: number; signal?: AbortSignal },
  ): Promise<StoreCalls[C]['gives']> {
    const { signal } = options;
    if (signal?.aborted) {
      throw gitError('aborted');
    }
    const thread = this.#thread();
    const stop = () => thread.end(gitError('aborted'));
    const deadline = setTimeout(
      () => thread.end(gitError('timeout')),
      options.timeoutMs,
    );
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return (await thread.ask({
        call,
        gitdir,
        args,
      })) as StoreCalls[C]['gives'];
    } finally {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', stop);
    }
  }

  async close(): Promise<void> {
    [...this.#threads].forEach(thread => thread.end(gitError('aborted')));
  }

  /** The one with the least to do: work is stopped by ending its thread, so it should be alone where it can. */
  #thread(): StoreThread {
    const [idlest] = [...this.#threads].sort((a, b) => a.load - b.load);
    if (idlest && (idlest.load === 0 || this.#threads.size >= maxThreads)) {
      return idlest;
    }
    const thread: StoreThread = new StoreThread(() =>
      this.#threads.delete(thread),
    );
    this.#threads.add(thread);
    return thread;
  }
}
