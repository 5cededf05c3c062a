import type { ServedShapes } from '../live';
import type { Found } from './checkFabric';
import type { DesiredIndex } from './DesiredStore';
import { fileId, KnownFile, KnownFiles, stored } from './KnownFile';

/** What a process remembers of one fabric between two commits. The tables can tell all of it but `attempted`. */
export class FabricMemory {
  /** The run whose rows these are */
  run: number | undefined;
  readonly source: string;
  #index: DesiredIndex;
  #isTrusted = true;
  #attempted: readonly KnownFile[] = [];
  #found: { found: Found; served: ServedShapes | undefined } | undefined;

  constructor(
    run: number | undefined,
    source: string,
    index: DesiredIndex = { files: [], resources: [] },
  ) {
    this.run = run;
    this.source = source;
    this.#index = index;
  }

  /** Rows that came from another source or reader: all files are read again, and the rows compared with them. */
  static distrusting(
    run: number | undefined,
    source: string,
    index?: DesiredIndex,
  ): FabricMemory {
    const memory = new FabricMemory(run, source, index);
    memory.#isTrusted = false;
    return memory;
  }

  get index(): DesiredIndex {
    return this.#index;
  }

  /** Files that need not be read again, those of a commit that was refused among them. */
  get known(): KnownFiles {
    return new Map(
      [...this.#attempted, ...(this.#isTrusted ? this.#index.files : [])].map(
        file => [fileId(file), file],
      ),
    );
  }

  /** What the rules found in the stored files, when they were held against the same shapes. */
  foundWith(served: ServedShapes | undefined): Found | undefined {
    return this.#found?.served === served ? this.#found?.found : undefined;
  }

  /** The files have become the rows. */
  keep(files: readonly KnownFile[], found: Found, served?: ServedShapes): void {
    this.#index = {
      files: files.map(stored),
      resources: files.flatMap(({ path, resources }) =>
        resources.map(({ kind, name, digest }) => ({
          kind,
          name,
          digest,
          file: path,
        })),
      ),
    };
    this.#attempted = [];
    this.#isTrusted = true;
    this.#found = { found, served };
  }

  /** The rows stay, and what was read of a refused commit will not be read again. */
  attempt(files: readonly KnownFile[] | undefined): void {
    if (!files) return;
    this.#attempted = files.filter(
      ({ fatal, isPartial }) =>
        !isPartial &&
        // Another time it may be quick enough.
        !fatal.some(({ rule }) => rule === 'desired.unreadable'),
    );
  }
}
