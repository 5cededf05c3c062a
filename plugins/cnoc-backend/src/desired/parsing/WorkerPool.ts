import { Worker } from 'node:worker_threads';
import { WorkerError } from './WorkerError';
import { startWorker } from './startWorker';

/** Bounds of a pool. Milliseconds and megabytes. */
export interface WorkerPoolLimits {
  /** Workers at most */
  size: number;
  /** Tasks that may wait */
  maxQueue: number;
  /** A worker without work ends after this. */
  idleMs: number;
  /** A worker that is not up by then counts as crashed. */
  startMs: number;
  /** A task that takes longer ends its worker. */
  taskMs: number;
  maxHeapMb: number;
}

interface Job {
  task: unknown;
  done: (result: unknown) => void;
  fail: (error: Error) => void;
  timer?: NodeJS.Timeout;
}

interface Slot {
  worker: Worker;
  ready: boolean;
  job?: Job;
  timer?: NodeJS.Timeout;
}

/** What workers say: that they are up, or how a task ended. */
type Answer =
  | { ready: true }
  | { ready?: undefined; result?: unknown; error?: string };

/**
 * Threads for work that would hold up the event loop. They start when there is work and end when there is none; one that
 * crashes, runs out of memory or gets stuck fails its task and is replaced. Only a busy worker keeps the process alive.
 */
export class WorkerPool {
  readonly #file: string;
  readonly #limits: WorkerPoolLimits;
  readonly #slots = new Set<Slot>();
  readonly #queue: Job[] = [];
  #closed = false;

  private constructor(file: string, limits: WorkerPoolLimits) {
    this.#file = file;
    this.#limits = limits;
  }

  /** @param file - what each worker runs: see `serveTasks` */
  static create(file: string, limits: WorkerPoolLimits): WorkerPool {
    return new WorkerPool(file, limits);
  }

  get size(): number {
    return this.#limits.size;
  }

  /**
   * Has a worker do a task; task and result are copied.
   *
   * @throws WorkerError, or the signal's reason: the task itself then goes on, and its result is dropped
   */
  async run(task: unknown, signal?: AbortSignal): Promise<unknown> {
    signal?.throwIfAborted();
    if (this.#closed) {
      throw new WorkerError('closed', 'The workers have been stopped.');
    }
    if (this.#queue.length >= this.#limits.maxQueue) {
      throw new WorkerError('busy', 'Too much is waiting to be read already.');
    }
    return new Promise((resolve, reject) => {
      const job: Job = { task, done: resolve, fail: reject };
      const onAbort = () => {
        const waiting = this.#queue.indexOf(job);
        if (waiting >= 0) this.#queue.splice(waiting, 1);
        reject(signal?.reason);
      };
      const end = () => signal?.removeEventListener('abort', onAbort);
      job.done = result => {
        end();
        resolve(result);
      };
      job.fail = error => {
        end();
        reject(error);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#queue.push(job);
      this.#dispatch();
    });
  }

  /** Ends all workers; what they were at fails. */
  async close(): Promise<void> {
    this.#closed = true;
    const error = new WorkerError('closed', 'The workers have been stopped.');
    for (const job of this.#queue.splice(0)) job.fail(error);
    await Promise.all([...this.#slots].map(slot => this.#end(slot, error)));
  }

  #dispatch(): void {
    for (const slot of this.#slots) {
      if (this.#queue.length === 0) return;
      if (slot.ready && !slot.job) this.#give(slot, this.#queue.shift()!);
    }
    const starting = [...this.#slots].filter(slot => !slot.ready).length;
    const wanted = Math.min(
      this.#queue.length - starting,
      this.#limits.size - this.#slots.size,
    );
    for (let count = 0; count < wanted; count++) this.#start();
  }

  #start(): void {
    const { maxHeapMb, startMs } = this.#limits;
    const worker = startWorker(this.#file, {
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    });
    const slot: Slot = { worker, ready: false };
    this.#slots.add(slot);
    slot.timer = setTimeout(() => this.#lost(slot, crashed()), startMs);
    worker.on('message', (answer: Answer) => this.#hear(slot, answer));
    worker.on('error', () => this.#lost(slot, crashed()));
    worker.on('exit', () => this.#lost(slot, crashed()));
  }

  #hear(slot: Slot, answer: Answer): void {
    if (answer.ready) {
      clearTimeout(slot.timer);
      slot.ready = true;
    } else if (slot.job) {
      const { job } = slot;
      clearTimeout(job.timer);
      slot.job = undefined;
      if (answer.error === undefined) job.done(answer.result);
      else job.fail(new WorkerError('failed', answer.error));
    }
    this.#dispatch();
    if (slot.ready && !slot.job) this.#rest(slot);
  }

  #give(slot: Slot, job: Job): void {
    clearTimeout(slot.timer);
    slot.job = job;
    slot.worker.ref();
    job.timer = setTimeout(
      () => this.#lost(slot, new WorkerError('stuck', 'It took too long.')),
      this.#limits.taskMs,
    );
    try {
      slot.worker.postMessage(job.task);
    } catch (error) {
      // A task that cannot be copied is our mistake, and no reason to lose the worker.
      clearTimeout(job.timer);
      slot.job = undefined;
      job.fail(error instanceof Error ? error : crashed());
      this.#rest(slot);
    }
  }

  #rest(slot: Slot): void {
    slot.worker.unref();
    clearTimeout(slot.timer);
    slot.timer = setTimeout(
      () => this.#end(slot, crashed()),
      this.#limits.idleMs,
    ).unref();
  }

  /** A worker that is gone or must go; the next task gets a new one. */
  #lost(slot: Slot, error: WorkerError): void {
    if (!this.#slots.has(slot)) return;
    this.#end(slot, error);
    if (!slot.ready) {
      // Workers that cannot even start would be started for ever.
      const none = new WorkerError('unavailable', 'No worker starts.');
      for (const job of this.#queue.splice(0)) job.fail(none);
    }
    if (!this.#closed) this.#dispatch();
  }

  async #end(slot: Slot, error: WorkerError): Promise<void> {
    this.#slots.delete(slot);
    clearTimeout(slot.timer);
    clearTimeout(slot.job?.timer);
    slot.job?.fail(error);
    slot.job = undefined;
    slot.worker.removeAllListeners();
    slot.worker.on('error', () => {});
    await slot.worker.terminate();
  }
}

function crashed(): WorkerError {
  return new WorkerError('crashed', 'It took more memory than a file may.');
}
