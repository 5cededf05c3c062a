import { availableParallelism } from 'node:os';
import type { Diagnostic } from '@cnoc/hedgehog';
import { FileReading, unpackReading } from './FileReading';
import { PackedReading } from './PackedReading';
import { parseWorkerFile } from './parseWorker';
import type {
  CheckTask,
  LocateTask,
  ParseResults,
  ParseTask,
  TaskFile,
} from './tasks';
import { WorkerError } from './WorkerError';
import { WorkerPool, WorkerPoolLimits } from './WorkerPool';

/** One message to a worker: enough to outweigh its cost, little enough that several workers share a fabric. */
const batchFiles = 250;
const batchBytes = 512 * 1024;

const defaultLimits: WorkerPoolLimits = {
  // One core stays for the event loop.
  size: Math.max(1, availableParallelism() - 1),
  maxQueue: 1_000,
  idleMs: 60_000,
  startMs: 60_000,
  taskMs: 20_000,
  maxHeapMb: 1_024,
};

/** Reads and checks resource files on other threads, so that no request waits for YAML. */
export class ResourceParser {
  readonly #pool: WorkerPool;

  private constructor(pool: WorkerPool) {
    this.#pool = pool;
  }

  /** No thread starts before there is something to read. @param options - `file`: for tests, another worker */
  static create(
    options: Partial<WorkerPoolLimits> & { file?: string } = {},
  ): ResourceParser {
    const { file = parseWorkerFile, ...limits } = options;
    return new ResourceParser(
      WorkerPool.create(file, { ...defaultLimits, ...limits }),
    );
  }

  /**
   * Reads one file, such as an upload, for resources of a fabric that lives in `namespace`.
   *
   * @throws WorkerError when there is no worker; what is wrong with the file is in the reading
   */
  async readFile(
    file: { path: string; text: string | Uint8Array },
    namespace: string,
    signal?: AbortSignal,
  ): Promise<FileReading> {
    const { path } = file;
    const text =
      typeof file.text === 'string' ? Buffer.from(file.text) : file.text;
    const [reading] = await this.readFiles([{ path, text }], namespace, signal);
    return unpackReading(path, reading);
  }

  /** Reads many files. @returns their readings, in the same order */
  async readFiles(
    files: readonly TaskFile[],
    namespace: string,
    signal?: AbortSignal,
  ): Promise<PackedReading[]> {
    const batches = batchesOf(files);
    const readings: PackedReading[][] = new Array(batches.length);
    let next = 0;
    // No more messages under way than workers: what waits in one copies its files a second time.
    const feed = async () => {
      while (next < batches.length) {
        const index = next++;
        readings[index] = await this.#read(batches[index], namespace, signal);
      }
    };
    await Promise.all(Array.from({ length: this.#pool.size + 1 }, feed));
    return readings.flat();
  }

  /** Checks a whole fabric. Lines in what it finds are those of documents, not of fields. */
  async check(
    task: Omit<CheckTask, 'type'>,
    signal?: AbortSignal,
  ): Promise<{ found: Diagnostic[]; total: number }> {
    return this.#run<'check'>({ type: 'check', ...task }, signal);
  }

  /** The lines of fields in a file. */
  async locate(
    file: TaskFile,
    fields: LocateTask['fields'],
    signal?: AbortSignal,
  ): Promise<(number | undefined)[]> {
    return this.#run<'locate'>(
      { type: 'locate', file: standalone(file), fields },
      signal,
    );
  }

  /** The document of a resource with its comments; undefined when the file does not hold it. */
  async document(
    file: TaskFile,
    kind: string,
    name: string,
  ): Promise<string | undefined> {
    return this.#run<'document'>({
      type: 'document',
      file: standalone(file),
      kind,
      name,
    });
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #read(
    files: TaskFile[],
    namespace: string,
    signal?: AbortSignal,
  ): Promise<PackedReading[]> {
    try {
      return await this.#run<'read'>(
        { type: 'read', namespace, files: files.map(standalone) },
        signal,
      );
    } catch (error) {
      if (!(error instanceof WorkerError) || !isOfFile(error)) throw error;
      if (files.length === 1) return [unreadable(files[0].path, error)];
      // One of them is to blame; the others must not suffer for it.
      const readings: PackedReading[] = [];
      for (const file of files) {
        readings.push(...(await this.#read([file], namespace, signal)));
      }
      return readings;
    }
  }

  #run<T extends keyof ParseResults>(
    task: ParseTask & { type: T },
    signal?: AbortSignal,
  ): Promise<ParseResults[T]> {
    return this.#pool.run(task, signal) as Promise<ParseResults[T]>;
  }
}

function isOfFile({ reason }: WorkerError): boolean {
  return reason === 'crashed' || reason === 'stuck' || reason === 'failed';
}

function unreadable(file: string, error: WorkerError): PackedReading {
  const how: Record<string, string> = {
    crashed: 'It takes more memory to read than a file may.',
    stuck: 'It takes longer to read than a file may.',
    failed: 'It cannot be read.',
  };
  return {
    fatal: [
      {
        rule: 'desired.unreadable',
        severity: 'critical',
        message: how[error.reason],
        file,
        hint: 'Split the file into smaller ones, or write it more simply.',
      },
    ],
    notes: [],
    resources: [],
  };
}

function batchesOf(files: readonly TaskFile[]): TaskFile[][] {
  const batches: TaskFile[][] = [];
  let bytes = Infinity;
  for (const file of files) {
    const last = batches.at(-1);
    if (!last || last.length >= batchFiles || bytes >= batchBytes) {
      batches.push([file]);
      bytes = file.text.length;
    } else {
      last.push(file);
      bytes += file.text.length;
    }
  }
  return batches;
}

/** A view into a larger buffer would be copied with all of that buffer. */
function standalone({ path, text }: TaskFile): TaskFile {
  return text.length === text.buffer.byteLength
    ? { path, text }
    : { path, text: Uint8Array.from(text) };
}
