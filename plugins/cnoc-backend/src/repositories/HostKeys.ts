import { ConflictError, InputError } from '@backstage/errors';
import type { GitEngine, GitRemote } from './git/GitEngine';
import { GitError } from './git/GitError';
import { isSshUrl } from './git/repositoryUrl';
import { fingerprintOf } from './git/SshAccess';
import type { RepositoryDefinition } from './RepositoryDefinition';
import type { RepositoryStore } from './RepositoryStore';

/** SSH host keys: the first one is pinned, and another is refused until somebody trusts it (case G16). */
export class HostKeys {
  readonly #engine: GitEngine;
  readonly #store: RepositoryStore;
  readonly #now: () => Date;

  private constructor(options: HostKeysOptions) {
    this.#engine = options.engine;
    this.#store = options.store;
    this.#now = options.now;
  }

  static create(options: HostKeysOptions): HostKeys {
    return new HostKeys(options);
  }

  /** The remote with the key that its host must show; pins what it shows at first use. */
  async pinned(
    definition: RepositoryDefinition,
    remote: GitRemote,
    signal?: AbortSignal,
  ): Promise<GitRemote> {
    if (!isSshUrl(remote.url)) return remote;
    const known = await this.known(definition);
    if (known) return { ...remote, hostKeys: [known] };
    const { key } = await this.shown(remote, signal);
    await this.#pin(definition, key);
    return { ...remote, hostKeys: [key] };
  }

  /** The pinned key of the repository's host; undefined before the first use and after a change of address. */
  async known({
    name,
    url,
  }: RepositoryDefinition): Promise<string | undefined> {
    const pin = (await this.#store.get(name))?.hostKey;
    return pin?.host === new URL(url).host ? pin.key : undefined;
  }

  /** The key that an SSH remote shows now. @throws GitError */
  async shown(remote: GitRemote, signal?: AbortSignal) {
    if (!this.#engine.hostKey) {
      throw new GitError(
        'unsupported',
        'This engine does not speak SSH; set cnoc.git.engine to system and install git, or use an https address.',
      );
    }
    return this.#engine.hostKey(remote, signal);
  }

  /** Does something at a remote, and notes which other key its host shows, or that it shows the known one again. */
  async watch<T>(
    { name, url }: RepositoryDefinition,
    task: () => Promise<T>,
  ): Promise<T> {
    if (!isSshUrl(url)) return task();
    try {
      const result = await task();
      if ((await this.#store.get(name))?.offeredKey) {
        await this.#store.note(name, { offeredKey: null });
      }
      return result;
    } catch (error) {
      if (error instanceof GitError && error.reason === 'hostKeyChanged') {
        await this.#store.note(name, { offeredKey: error.facts.shown ?? null });
      }
      throw error;
    }
  }

  /**
   * Pins the key that the remote shows now, when it is the one that somebody means.
   *
   * @returns the fingerprints before and after
   * @throws InputError for a remote without host keys, ConflictError when the remote shows another key, GitError
   */
  async trust(
    definition: RepositoryDefinition,
    fingerprint: string,
    signal?: AbortSignal,
  ): Promise<{ before?: string; after: string }> {
    const { name, url } = definition;
    if (!isSshUrl(url)) {
      throw new InputError(
        `Repository '${name}' is not reached over SSH, so it has no host key`,
      );
    }
    const { key, fingerprint: after } = await this.shown({ name, url }, signal);
    if (after !== fingerprint.trim()) {
      throw new ConflictError(
        `The remote shows the key ${after}, not the one you trust; compare it with what the host's owner tells you`,
      );
    }
    const before = await this.known(definition);
    await this.#pin(definition, key);
    return { ...(before && { before: fingerprintOf(before) }), after };
  }

  async #pin({ name, url }: RepositoryDefinition, key: string): Promise<void> {
    await this.#store.note(name, {
      hostKey: {
        key,
        host: new URL(url).host,
        since: this.#now().toISOString(),
      },
      offeredKey: null,
    });
  }
}

interface HostKeysOptions {
  engine: GitEngine;
  store: RepositoryStore;
  now: () => Date;
}
