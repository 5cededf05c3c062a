import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CommitInfo } from './git/GitEngine';
import { GitError } from './git/GitError';
import type { RepositoryHealth, RepositoryStore } from './RepositoryStore';

/** How often it is noted that nothing has changed */
const NOTE_EVERY_MS = 60_000;
/** Their messages are ours, and say something about the remote or the way to it */
const SPEAKING = new Set([
  'GitError',
  'CredentialError',
  'NotAllowedError',
  'InputError',
  'NotFoundError',
]);
/** Not the remote's doing */
const SILENT = new Set(['aborted', 'cache', 'pathMissing', 'commitMissing']);

/** Keeps in the database whether each remote answers, since when, and what its newest commit is. */
export class HealthKeeper {
  readonly #store: RepositoryStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #notedAt = new Map<string, number>();

  private constructor(options: HealthKeeperOptions) {
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  static create(options: HealthKeeperOptions): HealthKeeper {
    return new HealthKeeper(options);
  }

  /** Does something at a remote and remembers how it answered. */
  async watch<T>(name: string, task: () => Promise<T>): Promise<T> {
    try {
      const result = await task();
      await this.#remember(name, { state: 'reachable' });
      await this.#noteAnswer(name);
      return result;
    } catch (error) {
      const health = healthAfter(error);
      if (health) await this.#remember(name, health);
      throw error;
    }
  }

  /** The newest commit of the branch; its message is known once it is read. */
  async sawHead(name: string, head: { sha: string; url?: string }) {
    await this.#quietly(name, async () => {
      const before = (await this.#store.get(name))?.head;
      if (before?.sha === head.sha) return;
      await this.#store.note(name, { head: { message: '', ...head } });
    });
  }

  async readCommit(name: string, commit: CommitInfo): Promise<void> {
    await this.#quietly(name, async () => {
      const head = (await this.#store.get(name))?.head;
      if (head?.sha === commit.sha && !head.message) {
        await this.#store.note(name, { head: commit });
      }
    });
  }

  async #remember(name: string, health: RepositoryHealth): Promise<void> {
    await this.#quietly(name, async () => {
      // Not from memory: another replica may have written since
      const before = (await this.#store.get(name))?.health;
      const same =
        before?.state === health.state &&
        before.reason === health.reason &&
        before.message === health.message;
      if (same) return;
      await this.#store.saveHealth(name, { ...health, since: this.#now() });
      this.#logger[health.state === 'reachable' ? 'info' : 'warn'](
        `Repository ${name} is ${health.state}${
          health.message ? `: ${health.message}` : ''
        }`,
      );
    });
  }

  async #noteAnswer(name: string): Promise<void> {
    const now = this.#now();
    const noted = this.#notedAt.get(name);
    if (noted !== undefined && now.getTime() - noted < NOTE_EVERY_MS) return;
    this.#notedAt.set(name, now.getTime());
    await this.#quietly(name, () =>
      this.#store.note(name, { readAt: now.toISOString() }),
    );
  }

  /** Health is a help for people; that it could not be stored must not fail the read. */
  async #quietly(name: string, task: () => Promise<void>): Promise<void> {
    await task().catch(error => {
      this.#logger.warn(`Health of repository ${name} could not be stored`, {
        reason: error instanceof Error ? error.name : 'unknown',
      });
    });
  }
}

/** Undefined for a failure that says nothing about the remote. */
function healthAfter(error: unknown): RepositoryHealth | undefined {
  if (!(error instanceof Error) || !SPEAKING.has(error.name)) return undefined;
  const reason = error instanceof GitError ? error.reason : 'access';
  if (SILENT.has(reason)) return undefined;
  return { state: 'unreachable', reason, message: error.message };
}

interface HealthKeeperOptions {
  store: RepositoryStore;
  logger: LoggerService;
  now: () => Date;
}
