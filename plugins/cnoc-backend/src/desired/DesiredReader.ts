import type { Diagnostic } from '@cnoc/hedgehog';
import type { FabricDefinition } from '../fabrics/FabricDefinition';
import type { ServedShapes } from '../live';
import { CommitInfo, GitError, RepositoryService } from '../repositories';
import { verifySignature } from '../repositories/git/verifyCommit';
import { checkFabric, Found, unchangedIn } from './checkFabric';
import type { DesiredObject } from './DesiredObject';
import type { KnownFile, KnownFiles } from './KnownFile';
import { listDiagnostics } from './listDiagnostics';
import {
  defaultDesiredLimits,
  isResourceFile,
  ParsedDesired,
  parseDesired,
} from './parseDesired';
import type { ResourceParser } from './parsing/ResourceParser';
import { PredecessorLayout } from './PredecessorLayout';

/** What is held of a fabric when a commit is read. */
export interface Held {
  known: KnownFiles;
  /** The resources that are stored */
  objects: () => Promise<readonly DesiredObject[]>;
  /** What the rules found in just the known files, if that is still at hand */
  found?: Found;
  /** Diagnostics of these files, for the lines in them */
  diagnostics: readonly Diagnostic[];
  served?: ServedShapes;
}

/** What a commit says. */
export type Reading =
  | {
      state: 'synced';
      commit: CommitInfo;
      files: KnownFile[];
      parsed: number;
      found: Found;
      diagnostics: Diagnostic[];
    }
  | {
      state: 'failed';
      /** Trying the same commit again changes nothing. */
      settled: boolean;
      message: string;
      diagnostics: Diagnostic[];
      /** What was read all the same */
      files?: KnownFile[];
      parsed?: number;
    };

const { maxDiagnostics } = defaultDesiredLimits;

/** Reads commits. What goes wrong with git or with the content is the outcome, not an exception. */
export class DesiredReader {
  readonly #repositories: RepositoryService;
  readonly #parser: ResourceParser;

  private constructor(options: DesiredReaderOptions) {
    this.#repositories = options.repositories;
    this.#parser = options.parser;
  }

  static create(options: DesiredReaderOptions): DesiredReader {
    return new DesiredReader(options);
  }

  /** @throws only the signal's abort */
  async read(
    fabric: FabricDefinition,
    sha: string,
    held: Held,
    signal?: AbortSignal,
  ): Promise<Reading> {
    try {
      const layout = PredecessorLayout.below(fabric.path);
      const { commit, ...content } = await this.#repositories.read(
        fabric.repository,
        sha,
        fabric.path,
        {
          signal,
          include: path => {
            layout.see(path);
            return isResourceFile(path);
          },
          isKnown: (path, oid) => held.known.has(`${oid} ${path}`),
        },
      );
      const unsigned = await this.#refusalOf(fabric, sha, signal);
      if (unsigned) return unsigned;
      const counts = (path: string | undefined) =>
        !path || !layout.isSetAside(path);
      const counting = {
        files: content.files.filter(({ path }) => counts(path)),
        skipped: content.skipped.filter(({ file }) => counts(file)),
      };
      const parsed = await parseDesired(counting, {
        layout,
        namespace: fabric.namespace,
        parser: this.#parser,
        known: held.known,
        signal,
      });
      const { files, fatal, notes, refusal } = parsed;
      if (refusal) {
        return {
          state: 'failed',
          settled: true,
          message: refusal,
          diagnostics: listDiagnostics([...fatal, ...notes], maxDiagnostics),
          files,
          parsed: parsed.parsed,
        };
      }
      const found = await this.#check(fabric, sha, parsed, held, signal);
      return {
        state: 'synced',
        commit,
        files,
        parsed: parsed.parsed,
        found,
        diagnostics: listDiagnostics(
          [...notes, ...found.found],
          maxDiagnostics,
          notes.length + found.total,
        ),
      };
    } catch (error) {
      signal?.throwIfAborted();
      return failureOf(error);
    }
  }

  /** Where only signed commits count, what is wrong with this one's signature (G24). */
  async #refusalOf(
    { repository }: FabricDefinition,
    sha: string,
    signal?: AbortSignal,
  ): Promise<(Reading & { state: 'failed' }) | undefined> {
    const definition = this.#repositories
      .definitions()
      .find(({ name }) => name === repository);
    if (!definition?.requireSignedCommits) return undefined;
    const verdict = await verifySignature(
      await this.#repositories.signature(repository, sha, signal),
      definition.allowedSigners ?? '',
      signal,
    );
    if (verdict.state === 'good') return undefined;
    return {
      state: 'failed',
      settled: true,
      message: `The commit is not used: the repository takes only signed commits. ${verdict.message}`,
      diagnostics: [],
    };
  }

  async #check(
    fabric: FabricDefinition,
    sha: string,
    { files, parsed }: ParsedDesired,
    held: Held,
    signal?: AbortSignal,
  ): Promise<Found> {
    const isSame = parsed === 0 && files.length === held.known.size;
    if (isSame && held.found) return held.found;
    return checkFabric({
      files,
      objects: await held.objects(),
      before: held.diagnostics,
      isUnchanged: unchangedIn(files, held.known),
      read: paths => this.texts(fabric, sha, paths, signal),
      parser: this.#parser,
      limit: maxDiagnostics,
      served: held.served,
      signal,
    });
  }

  /** The document of a resource at a commit; undefined when its file is not there or does not hold it. */
  async document(
    fabric: FabricDefinition,
    sha: string,
    { kind, name, file }: DesiredObject,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    const texts = await this.texts(fabric, sha, new Set([file]), signal);
    const text = texts.get(file);
    return text && this.#parser.document({ path: file, text }, kind, name);
  }

  /** The text of files of a commit, byte for byte. @throws GitError */
  async texts(
    fabric: FabricDefinition,
    sha: string,
    paths: ReadonlySet<string>,
    signal?: AbortSignal,
  ): Promise<Map<string, Uint8Array>> {
    const { repository, path } = fabric;
    const { files } = await this.#repositories.read(repository, sha, path, {
      signal,
      include: file => paths.has(file),
    });
    return new Map(
      files.flatMap(file => (file.text ? [[file.path, file.text]] : [])),
    );
  }
}

/** A run that ended before there was a commit to read, or while reading it. */
export function failureOf(error: unknown): Reading & { state: 'failed' } {
  return {
    state: 'failed',
    settled: error instanceof GitError && error.reason === 'pathMissing',
    message: messageOf(error),
    diagnostics: [],
  };
}

/** Only messages that were written for people pass; anything else could name a path or an inner address. */
function messageOf(error: unknown): string {
  const speaking = [
    'GitError',
    'CredentialError',
    'NotAllowedError',
    'NotFoundError',
    'InputError',
  ];
  return error instanceof Error && speaking.includes(error.name)
    ? error.message
    : 'The repository could not be read because of an error inside CNOC.';
}

export interface DesiredReaderOptions {
  repositories: RepositoryService;
  parser: ResourceParser;
}
