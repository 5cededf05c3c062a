import type { DesiredObject, DesiredService } from '../desired';
import { isResourceFile } from '../desired/parseDesired';
import { unpackReading } from '../desired/parsing/FileReading';
import type { ResourceParser } from '../desired/parsing/ResourceParser';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import {
  GitError,
  type CommitInfo,
  type RepositoryContent,
  type RepositoryService,
} from '../repositories';
import { foldersOf } from './filePlace';

/** The files of a fabric at one commit, as far as they were asked for. */
export interface FabricFiles {
  commit: CommitInfo;
  /** Every path below the fabric's, readable or not. */
  paths: ReadonlySet<string>;
  /** Texts of the paths that were asked for; without those that hold no UTF-8 or are no plain files. */
  texts: ReadonlyMap<string, string>;
}

/** Several fabrics are edited at once, rarely many. */
const keptFabrics = 16;

/** What git has of a fabric, for changing it: resources with their files, and the files' texts. */
export class FabricContent {
  readonly #repositories: RepositoryService;
  readonly #desired: DesiredService;
  readonly #parser: ResourceParser;
  /** Resources at commits that are not (yet) the fabric's desired state, by fabric. */
  readonly #parsed = new Map<
    string,
    { sha: string; objects: Promise<DesiredObject[]> }
  >();

  private constructor(options: FabricContentOptions) {
    this.#repositories = options.repositories;
    this.#desired = options.desired;
    this.#parser = options.parser;
  }

  static create(options: FabricContentOptions): FabricContent {
    return new FabricContent(options);
  }

  /**
   * The commit that the repository's branch, or another one, points to.
   *
   * @throws GitError
   */
  head(
    fabric: FabricDefinition,
    options: { signal?: AbortSignal; maxAgeMs?: number } = {},
  ): Promise<string> {
    return this.#repositories.head(fabric.repository, options.signal, {
      maxAgeMs: options.maxAgeMs ?? 0,
    });
  }

  /** The last good commit; the newest where no commit was good yet. @throws GitError */
  async known(fabric: FabricDefinition, signal?: AbortSignal): Promise<string> {
    const { commit } = await this.#desired.lastRun(fabric.name);
    return commit?.sha ?? this.head(fabric, { signal, maxAgeMs: 5_000 });
  }

  /** The resources at a commit, as far as its files can be read. Shared: do not change them. */
  async objects(
    fabric: FabricDefinition,
    sha: string,
    signal?: AbortSignal,
  ): Promise<readonly DesiredObject[]> {
    const { commit } = await this.#desired.lastRun(fabric.name);
    if (commit?.sha === sha) return this.#desired.objects(fabric.name);
    const key = JSON.stringify([fabric.name, fabric.path, fabric.namespace]);
    const held = this.#parsed.get(key);
    if (held?.sha === sha) return held.objects;
    const objects = this.#parse(fabric, sha, signal);
    const entry = { sha, objects };
    this.#parsed.delete(key);
    this.#parsed.set(key, entry);
    for (const [oldest] of this.#parsed) {
      if (this.#parsed.size <= keptFabrics) break;
      this.#parsed.delete(oldest);
    }
    try {
      return await objects;
    } catch (error) {
      if (this.#parsed.get(key) === entry) this.#parsed.delete(key);
      throw error;
    }
  }

  /**
   * Texts of files at a commit.
   *
   * @param wanted - paths from the root of the repository; those that do not exist are left out
   * @throws GitError, but not for a fabric whose directory does not exist yet
   */
  async files(
    fabric: FabricDefinition,
    sha: string,
    wanted: ReadonlySet<string>,
    signal?: AbortSignal,
  ): Promise<FabricFiles> {
    const folders = new Set([...wanted].flatMap(foldersOf));
    const paths = new Set<string>();
    const include = (path: string) => {
      paths.add(path);
      // A file where a directory must be is as much in the way as one of the same name
      return wanted.has(path) || folders.has(path);
    };
    const { commit, files } = await this.#read(fabric, sha, include, signal);
    const texts = new Map<string, string>();
    for (const { path, text } of files) {
      const decoded = text && decode(text);
      if (decoded !== undefined && wanted.has(path)) texts.set(path, decoded);
    }
    return { commit, paths, texts };
  }

  async #read(
    fabric: FabricDefinition,
    sha: string,
    include: (path: string) => boolean,
    signal?: AbortSignal,
  ): Promise<RepositoryContent> {
    const read = (path: string) =>
      this.#repositories.read(fabric.repository, sha, path, {
        signal,
        include,
      });
    try {
      return await read(fabric.path);
    } catch (error) {
      if (!(error instanceof GitError) || error.reason !== 'pathMissing') {
        throw error;
      }
      // From the root it is seen whether a file stands where the fabric's directory would be made
      return read('');
    }
  }

  async #parse(
    fabric: FabricDefinition,
    sha: string,
    signal?: AbortSignal,
  ): Promise<DesiredObject[]> {
    let content: RepositoryContent;
    try {
      content = await this.#repositories.read(
        fabric.repository,
        sha,
        fabric.path,
        { signal, include: isResourceFile },
      );
    } catch (error) {
      if (error instanceof GitError && error.reason === 'pathMissing') {
        return [];
      }
      throw error;
    }
    const files = content.files.flatMap(({ path, text }) =>
      text ? [{ path, text }] : [],
    );
    const readings = await this.#parser.readFiles(
      files,
      fabric.namespace,
      signal,
    );
    return readings.flatMap(
      (reading, index) => unpackReading(files[index].path, reading).objects,
    );
  }
}

export interface FabricContentOptions {
  repositories: RepositoryService;
  desired: DesiredService;
  parser: ResourceParser;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    return undefined;
  }
}
