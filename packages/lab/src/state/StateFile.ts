import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ClusterState } from './ClusterState';

/** Revisions skipped after a restart: writes of the last moments may not have been saved, and none may be given twice. */
const REVISION_GAP = 100_000;
const SAVE_DELAY_MS = 500;

/** The saved state of one cluster. */
export class StateFile {
  readonly #file: string;
  readonly #state: () => ClusterState;
  #timer?: NodeJS.Timeout;
  #saving: Promise<void> = Promise.resolve();

  constructor(file: string, state: () => ClusterState) {
    this.#file = file;
    this.#state = state;
  }

  /** Undefined when nothing was saved. Throws when the file is broken. */
  static async read(file: string): Promise<ClusterState | undefined> {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        return undefined;
      }
      throw error;
    }
    try {
      const state = JSON.parse(text) as ClusterState;
      state.store.revision += REVISION_GAP;
      return state;
    } catch {
      throw new Error(
        `The lab's saved state ${path.basename(
          file,
        )} cannot be read: delete the lab's data folder to begin anew`,
      );
    }
  }

  /** Saves soon; many changes become one save. */
  touch(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.save().catch(() => {
        // a full disk must not end the lab; the next change tries again
      });
    }, SAVE_DELAY_MS).unref();
  }

  /** Saves now and waits. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.save();
  }

  private save(): Promise<void> {
    const write = async () => {
      const next = `${this.#file}.next`;
      await mkdir(path.dirname(this.#file), { recursive: true });
      await writeFile(next, JSON.stringify(this.#state()), { mode: 0o600 });
      await rename(next, this.#file);
    };
    const saved = this.#saving.then(write, write);
    this.#saving = saved.catch(() => undefined);
    return saved;
  }
}
